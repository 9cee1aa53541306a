import type { MetricQuestion } from "@watchfloor/server/testing";

const HOUR = 3_600_000;

const GROUPS: readonly NonNullable<MetricQuestion["groupBy"]>[] = [
  [],
  [],
  ["CLIENT"],
  ["STORE"],
  ["REGION", "WORKFLOW"],
  ["PARTNER"],
  ["CHANNEL", "BRAND", "SOURCE"],
];
const FILTERS: readonly (NonNullable<MetricQuestion["filter"]> | null)[] = [
  null,
  null,
  { stores: ["s1"] },
  { clients: ["c2"] },
  { workflows: ["order"] },
  { partners: ["p1"], channels: [] },
];
const ZONES = ["UTC", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo"];

/** drawRollupQuestion draws a range that ends before, at or behind now, in any zone, grouped and filtered in any way. */
export function drawRollupQuestion(
  random: () => number,
  { metrics, fromMs, nowMs }: { metrics: readonly string[]; fromMs: number; nowMs: number },
): MetricQuestion {
  // NOTE: every list given here has entries, and `random` is below 1.
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value;
  const hours = Math.floor((nowMs - fromMs) / HOUR);
  const from = fromMs + Math.floor(random() * (hours - 3)) * HOUR + pick([0, 0, 1, HOUR / 2, 17 * 60_000]);
  const to = from + Math.floor(1 + random() * hours) * HOUR + pick([0, 0, -1, HOUR / 2]);
  return {
    metrics,
    from: new Date(from),
    to: new Date(to),
    groupBy: pick(GROUPS),
    granularity: pick([null, null, "HOUR", "DAY", "DAY", "WEEK", "MONTH"] as const),
    timeZone: pick(ZONES),
    filter: pick(FILTERS),
    compareTo: pick([null, "PREVIOUS_PERIOD"] as const),
    limit: 1_000,
  };
}
