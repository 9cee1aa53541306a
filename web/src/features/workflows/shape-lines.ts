import { findGroupId } from "../../metrics/find-group-id.js";
import type { LinesAnswer } from "../../metrics/series-query.js";

/** WorkflowLines are the sparklines of workflows by their key, and in words how long a bucket of them is ("an hour"). */
export interface WorkflowLines {
  readonly lines: Readonly<Record<string, readonly (number | null)[]>>;
  readonly each: string;
}

/** shapeLines gives the sparkline of each workflow by its key. The first and the running bucket are left out: both are cut by the range and would look like a drop. */
export function shapeLines(answer: LinesAnswer): WorkflowLines {
  const from = answer.interval.from.getTime();
  const to = answer.interval.to.getTime();
  const lines = answer.groups.map((group): [string, readonly (number | null)[]] => {
    const key = `${findGroupId(group.key, "CLIENT")}/${findGroupId(group.key, "WORKFLOW")}`;
    const points = (group.values[0]?.series ?? []).filter((point) => {
      const at = Date.parse(point.at);
      return at >= from && at + answer.bucket.lengthMs <= to;
    });
    return [key, points.map((point) => point.value)];
  });
  return { lines: Object.fromEntries(lines), each: answer.bucket.each };
}
