import { registerWordEnum } from "../../graphql/register-word-enum.js";
import { REPLAY_REFUSALS } from "../replay-refusal.js";
import { REPLAY_WORDS } from "../replay-words.js";

/** ReplayEnums shows the words of replays. */
export const ReplayEnums = {
  ReplayWhat: registerWordEnum("ReplayWhat", REPLAY_WORDS.whats),
  ReplayTime: registerWordEnum("ReplayTime", REPLAY_WORDS.times),
  ReplayState: registerWordEnum("ReplayState", REPLAY_WORDS.states),
  RejectionReason: registerWordEnum("RejectionReason", REPLAY_WORDS.reasons),
  ReplayRefusalReason: registerWordEnum("ReplayRefusalReason", REPLAY_REFUSALS),
};
