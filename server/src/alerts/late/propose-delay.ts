import type { AlertRule } from "@watchfloor/dashboards";
import type { DelayDocument } from "./delay-document.js";

/** Of fewer events the slowest half per cent is no event. */
const LEAST_EVENTS = 200;
/** Round delays that people know; a rule can wait no longer than the last. */
const STEPS = [60, 120, 180, 300, 600, 900, 1_800, 2_700, 3_600];

/** DelayProposal says that what a rule looks at arrives later than it waits. */
export interface DelayProposal {
  readonly source: string;
  readonly client: string;
  /** 99.5 % of the events of the source had arrived after so many seconds. */
  readonly measuredSeconds: number;
  readonly proposedSeconds: number;
}

/**
 * proposeDelay says how long a rule should wait, where the slowest of the sources it looks at needs longer than it does; undefined = it waits
 * long enough, or nobody knows. NOTE: of the filters of a rule those by client and source are looked at.
 */
export function proposeDelay(
  { filter, delaySeconds }: Pick<AlertRule, "filter" | "delaySeconds">,
  measured: DelayDocument | undefined,
): DelayProposal | undefined {
  const mine = (measured?.sources ?? []).filter(
    ({ client, source, events }) =>
      events >= LEAST_EVENTS &&
      (filter.clients?.includes(client) ?? true) &&
      (filter.sources?.includes(source) ?? true),
  );
  const [slowest] = [...mine].sort((left, right) => right.p995Seconds - left.p995Seconds);
  if (slowest === undefined || slowest.p995Seconds <= delaySeconds) return undefined;
  const { client, source, p995Seconds: measuredSeconds } = slowest;
  const proposedSeconds = STEPS.find((step) => step >= measuredSeconds) ?? STEPS[STEPS.length - 1] ?? delaySeconds;
  return proposedSeconds > delaySeconds ? { client, source, measuredSeconds, proposedSeconds } : undefined;
}
