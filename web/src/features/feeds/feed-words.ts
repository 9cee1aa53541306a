import type { FeedRow } from "./feeds-query.js";

/** feedStateWords says how a feed stands. */
export const feedStateWords: Readonly<Record<FeedRow["state"], string>> = {
  OK: "heard",
  LATE: "later than usual",
  STALE: "silent",
  NEVER_SEEN: "never seen",
};

/** cadenceWords says where the expected rhythm of a feed comes from. */
export const cadenceWords: Readonly<Record<FeedRow["cadenceFrom"], string>> = {
  DECLARED: "declared",
  HEARTBEAT: "from its heartbeats",
  LEARNED: "learned from its own rhythm",
  DEFAULT: "assumed until its rhythm is known",
};
