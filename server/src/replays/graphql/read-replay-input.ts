import { REJECTION_REASONS, REPLAY_TIMES, REPLAY_WHATS } from "@watchfloor/sql";
import type { AskedReplay } from "../check-replay-wish.js";
import type { StartReplayInput } from "./start-replay.input.js";

/** readReplayInput turns the words of a question into those of storage; GraphQL has let none pass that is not in its list. */
export function readReplayInput({ what, by, reasons, ...rest }: StartReplayInput): AskedReplay {
  return {
    ...rest,
    what: pick(REPLAY_WHATS, what),
    by: by == null ? by : pick(REPLAY_TIMES, by),
    reasons: reasons?.map((reason) => pick(REJECTION_REASONS, reason)),
  };
}

function pick<Word extends string>(words: readonly Word[], given: string): Word {
  const found = words.find((word) => word.toUpperCase() === given);
  if (found === undefined) throw new Error(`"${given}" is none of ${words.join(", ")}`);
  return found;
}
