import type { AlertRule } from "@watchfloor/dashboards";

/** FreshnessLevel is one limit of a rule on silence. */
export type FreshnessLevel = Extract<AlertRule, { kind: "freshness" }>["levels"][number];

/** A feed that missed one beat may be late; one that missed three is silent. */
const USUAL_CADENCES = 3;
/** However often a feed speaks, so long a silence is nothing. */
const LEAST_SECONDS = 600;
/** Of a feed whose hours and rhythm nobody stated a night is no silence: three times this is a day. */
const LEAST_UNSURE_CADENCE = 8 * 3_600;

/**
 * chooseMaxAgeSeconds says for how long a feed may be silent: what the level states, else so many times its cadence, 10 minutes at least
 * (ALERTING 5.3). `isSure` = its silence says something: the cadence was stated, or learned within known opening hours.
 */
export function chooseMaxAgeSeconds(
  { maxAgeSeconds, cadences = USUAL_CADENCES }: FreshnessLevel,
  { cadenceSeconds, isSure }: { readonly cadenceSeconds: number; readonly isSure: boolean },
): number {
  if (maxAgeSeconds !== "cadence") return maxAgeSeconds;
  const cadence = isSure ? cadenceSeconds : Math.max(cadenceSeconds, LEAST_UNSURE_CADENCE);
  return Math.max(cadences * cadence, LEAST_SECONDS);
}
