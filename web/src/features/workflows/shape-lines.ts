import { findGroupId } from "../../metrics/find-group-id.js";
import type { SeriesAnswer } from "../../metrics/series-query.js";

/** shapeLines gives the sparkline of each workflow by its key. The first and the running bucket are left out: both are cut by the range and would look like a drop. */
export function shapeLines(answer: SeriesAnswer): ReadonlyMap<string, readonly (number | null)[]> {
  const from = answer.interval.from.getTime();
  const to = answer.interval.to.getTime();
  const lines = new Map<string, readonly (number | null)[]>();
  for (const group of answer.groups) {
    const key = `${findGroupId(group.key, "CLIENT")}/${findGroupId(group.key, "WORKFLOW")}`;
    const points = (group.values[0]?.series ?? []).filter((point) => {
      const at = Date.parse(point.at);
      return at >= from && at + answer.bucket.lengthMs <= to;
    });
    lines.set(
      key,
      points.map((point) => point.value),
    );
  }
  return lines;
}
