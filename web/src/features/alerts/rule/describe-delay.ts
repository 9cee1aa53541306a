import { formatDuration } from "../../../format/format-duration.js";
import { formatExact } from "../../../format/format-number.js";
import type { RuleDetail } from "../rules/rules-query.js";

/** WrittenDelay is how long a rule waits for what it looks at, and whether that is long enough. */
export interface WrittenDelay {
  readonly text: string;
  readonly help: string;
  readonly isTooShort: boolean;
}

/** describeDelay says how long a rule waits, what came later all the same, and what should be waited for instead. */
export function describeDelay(
  delaySeconds: number,
  { lateRows, delayProposal }: Pick<RuleDetail, "lateRows" | "delayProposal">,
): WrittenDelay {
  const text = `Waits ${formatDuration(delaySeconds)} for what arrives late`;
  const late = (lateRows ?? 0) === 0 ? "" : `${formatExact(lateRows ?? 0)} rows came later than that.`;
  if (delayProposal === null) return { text, help: late, isTooShort: false };
  const { source, measuredSeconds, proposedSeconds } = delayProposal;
  const measured = `99.5 % of what ${source} sent in the last 24 hours took ${formatDuration(measuredSeconds)} to arrive: a delay of ${formatDuration(proposedSeconds)} (delaySeconds: ${proposedSeconds}) would miss less.`;
  return { text, help: [measured, late].filter((part) => part !== "").join(" "), isTooShort: true };
}
