/** AlertState is where an instance stands; `recovering` fires still, because its keep time runs. */
export type AlertState = "inactive" | "pending" | "firing" | "recovering";

/** AlertHealth says whether the last evaluation could see the instance. */
export type AlertHealth = "ok" | "no_data" | "error";

/** AlertInstance is the persisted state of one rule for one group of labels. Instants are slots, in epoch milliseconds. */
export interface AlertInstance {
  readonly state: AlertState;
  readonly health: AlertHealth;
  /** Since when the condition holds without a break; null while inactive. */
  readonly activeAt: number | null;
  readonly firedAt: number | null;
  /** The first evaluation after firing that did not match. */
  readonly keepSince: number | null;
  readonly lastSeenAt: number | null;
  readonly lastValue: number | null;
  /** The first of the evaluations without a value that lead up to now. */
  readonly missingSince: number | null;
  /** Whether `no_data_started` was told and not ended yet. */
  readonly isNoDataTold: boolean;
  readonly transitionSeq: number;
  readonly episodeSeq: number;
}

/** INACTIVE_INSTANCE is an instance that was never seen. */
export const INACTIVE_INSTANCE: AlertInstance = {
  state: "inactive",
  health: "ok",
  activeAt: null,
  firedAt: null,
  keepSince: null,
  lastSeenAt: null,
  lastValue: null,
  missingSince: null,
  isNoDataTold: false,
  transitionSeq: 0,
  episodeSeq: 0,
};

/** isFiring tells whether people are to be told that the instance fires: `recovering` is firing to them. */
export function isFiring({ state }: Pick<AlertInstance, "state">): boolean {
  return state === "firing" || state === "recovering";
}
