import type { Judgement } from "../instance/judgement.js";

/** BurnTier is one pair of windows, in milliseconds, with the factor of the burn rate above which both fire. */
export interface BurnTier {
  readonly longMs: number;
  readonly shortMs: number;
  readonly factor: number;
}

/** BurnCounts are bad and all events of one window, summed over its series before anything is divided; null where nothing was seen. */
export interface BurnCounts {
  readonly bad: number | null;
  readonly total: number | null;
}

/** BurnGuards keep small numbers and new services from paging. */
export interface BurnGuards {
  readonly minBadEvents: number;
  readonly minWindowCoverage: number;
}

/**
 * buildErrorRatioThreshold is factor x (1 - SLO) to 12 significant digits, without the noise of doubles (14.4 x 0.001 is 0.0144, and
 * 1 - 0.99999 is 0.00001).
 */
export function buildErrorRatioThreshold(factor: number, slo: number): number {
  const budget = Number((1 - slo).toFixed(12));
  return Number((factor * budget).toPrecision(12));
}

/** buildBurnFactor is the factor at which `budget` of a period's error budget is spent within the long window (SRE workbook, table 5-8). */
export function buildBurnFactor(budget: number, periodMs: number, longMs: number): number {
  return (budget * periodMs) / longMs;
}

/** judgeBurn matches when both windows are strictly above the threshold; missing where a window saw no event. The value is the ratio of the long one. */
export function judgeBurn(
  { long, short }: { readonly long: BurnCounts; readonly short: BurnCounts },
  threshold: number,
  guard?: { readonly guards: BurnGuards; readonly longCoverage: number },
): Judgement {
  const [longRatio, shortRatio] = [divide(long), divide(short)];
  if (longRatio === null || shortRatio === null) return { outcome: "missing", value: null };
  if (guard !== undefined && guard.longCoverage < guard.guards.minWindowCoverage)
    return { outcome: "missing", value: longRatio };
  const isEnough = guard === undefined || (long.bad ?? 0) >= guard.guards.minBadEvents;
  return { outcome: isEnough && longRatio > threshold && shortRatio > threshold ? "match" : "clear", value: longRatio };
}

function divide({ bad, total }: BurnCounts): number | null {
  if (bad === null || total === null || Number.isNaN(bad) || Number.isNaN(total)) return null;
  const ratio = bad / total;
  return Number.isNaN(ratio) ? null : ratio;
}
