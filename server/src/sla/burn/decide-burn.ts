/** BURN_TIERS are those of the SRE workbook: the share of the budget that is used up within the long window when a tier fires. */
export const BURN_TIERS = [
  { tier: "PAGE_FAST", budget: 0.02, longMs: 3_600_000, shortMs: 300_000 },
  { tier: "PAGE_SLOW", budget: 0.05, longMs: 6 * 3_600_000, shortMs: 1_800_000 },
  { tier: "TICKET", budget: 0.1, longMs: 3 * 86_400_000, shortMs: 6 * 3_600_000 },
] as const;

/** BurnTier is the name of one of `BURN_TIERS`. */
export type BurnTier = (typeof BURN_TIERS)[number]["tier"];

/** BURN_STATES: UNREACHABLE is a target so low that not even failing always reaches the threshold. */
export const BURN_STATES = ["BURNING", "OK", "LOW_VOLUME", "NO_DATA", "UNREACHABLE"] as const;

/** BurnState is one of `BURN_STATES`. */
export type BurnState = (typeof BURN_STATES)[number];

/** One failure never pages. */
const MIN_BAD = 3;
const DAY_MS = 86_400_000;

/** BurnWindow is how many promises were decided within a window, and how many of them broken. */
export interface BurnWindow {
  readonly bad: number;
  readonly total: number;
}

/** BurnFacts is what one tier is decided from. */
export interface BurnFacts {
  readonly target: number;
  readonly windowDays: number;
  readonly long: BurnWindow;
  readonly short: BurnWindow;
  /** Whether promises were decided in the first half of the long window. */
  readonly isSeen: boolean;
}

/** DecidedBurn is a tier with the figures it was decided by; a burn is null where nothing was decided or no budget exists. */
export interface DecidedBurn {
  readonly state: BurnState;
  readonly factor: number;
  readonly longBurn: number | null;
  readonly shortBurn: number | null;
}

/**
 * decideBurn decides one tier: it burns when the error rates of both windows are strictly above factor x (1 - target). The factor follows
 * from the period of the policy: budget x period / long window, 14.4, 6 and 1 for 30 days. Guards: at least three broken in the long window;
 * promises seen for half of it; a threshold of 100 % or more can never be passed and is said, not shown as good.
 */
export function decideBurn(tier: (typeof BURN_TIERS)[number], facts: BurnFacts): DecidedBurn {
  const { long, short, target } = facts;
  const factor = roundTo12((tier.budget * facts.windowDays * DAY_MS) / tier.longMs);
  const allowed = roundTo12(1 - target);
  const burn = ({ bad, total }: BurnWindow) => (total === 0 || allowed === 0 ? null : bad / total / allowed);
  const figures = { factor, longBurn: burn(long), shortBurn: burn(short) };
  const threshold = roundTo12(factor * allowed);
  const isAbove = ({ bad, total }: BurnWindow) => roundTo12(bad / total) > threshold;
  if (threshold >= 1) return { state: "UNREACHABLE", ...figures };
  if (long.total === 0 || short.total === 0 || !facts.isSeen) return { state: "NO_DATA", ...figures };
  if (!isAbove(long) || !isAbove(short)) return { state: "OK", ...figures };
  return { state: long.bad < MIN_BAD ? "LOW_VOLUME" : "BURNING", ...figures };
}

/** 14.4 x 0.001 is 0.0144, and equality does not burn. */
function roundTo12(value: number): number {
  return Number(value.toPrecision(12));
}
