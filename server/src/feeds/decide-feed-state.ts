import type { CadenceOrigin, FeedState } from "./feed-words.js";

const DEFAULT_CADENCE_SECONDS = 900;
/** LEARN_AFTER_MS: a feed is expected at its own rhythm once 7 days of it were seen. */
export const LEARN_AFTER_MS = 7 * 86_400_000;

/** CadenceEvidence is everything known about how often a feed should be heard; undefined or 0 = unknown. */
export interface CadenceEvidence {
  readonly declaredSeconds: number | undefined;
  readonly heartbeatSeconds: number;
  /** 99th percentile of its gaps. */
  readonly learnedSeconds: number | undefined;
  readonly firstSeenMs: number | undefined;
}

/** chooseCadence picks the strongest evidence: declared, promised by heartbeats, learned once 7 days were seen, else 15 minutes. */
export function chooseCadence(
  evidence: CadenceEvidence,
  now: Date,
): { cadenceSeconds: number; cadenceFrom: CadenceOrigin } {
  const { declaredSeconds, heartbeatSeconds, learnedSeconds, firstSeenMs } = evidence;
  if (declaredSeconds !== undefined && declaredSeconds > 0)
    return { cadenceSeconds: declaredSeconds, cadenceFrom: "DECLARED" };
  if (heartbeatSeconds > 0) return { cadenceSeconds: heartbeatSeconds, cadenceFrom: "HEARTBEAT" };
  const isLearned = firstSeenMs !== undefined && now.getTime() - firstSeenMs >= LEARN_AFTER_MS;
  if (isLearned && learnedSeconds !== undefined && learnedSeconds > 0)
    return { cadenceSeconds: learnedSeconds, cadenceFrom: "LEARNED" };
  return { cadenceSeconds: DEFAULT_CADENCE_SECONDS, cadenceFrom: "DEFAULT" };
}

/** decideFeedState says how a feed is from the time since its newest event: OK up to one cadence, LATE up to two, then STALE. */
export function decideFeedState(silentSeconds: number | null, cadenceSeconds: number): FeedState {
  if (silentSeconds === null) return "NEVER_SEEN";
  if (silentSeconds <= cadenceSeconds) return "OK";
  return silentSeconds <= 2 * cadenceSeconds ? "LATE" : "STALE";
}
