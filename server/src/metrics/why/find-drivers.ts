import type { AnsweredGroup, AnsweredValue, KeyPart } from "../execution/metric-answer.js";
import type { MetricDefinition } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import { decomposeChange, type Parts } from "./decompose-change.js";

/** What is shown of each dimension; the rest is one sum. */
const MAX_DRIVERS = 5;

/** Driver is one group and how much of the change it explains. */
export interface Driver {
  readonly key: readonly KeyPart[];
  readonly contribution: number;
  /** Of the whole change, null when there is none; others may go the other way, so it may exceed 1. */
  readonly share: number | null;
  readonly current: AnsweredValue | null;
  readonly previous: AnsweredValue | null;
}

/** DimensionDrivers is what one dimension explains; contributions of drivers and of the others sum to the change. */
export interface DimensionDrivers {
  readonly dimension: Dimension;
  readonly drivers: readonly Driver[];
  readonly groups: number;
  readonly others: number;
}

/** BothRanges is the same question answered for the range and for what it is compared with. */
export interface BothRanges {
  readonly current: readonly AnsweredGroup[];
  readonly previous: readonly AnsweredGroup[];
}

/** findDrivers tells how much of the change each group of a dimension explains; undefined where nothing can be said. */
export function findDrivers(
  metric: MetricDefinition,
  totals: BothRanges,
  { dimension, groups, split }: { dimension: Dimension; groups: BothRanges; split: string | null },
): DimensionDrivers | undefined {
  const [now, before] = [pickValue(totals.current, split), pickValue(totals.previous, split)];
  const total = { current: readParts(metric, now), previous: readParts(metric, before) };
  const [current, previous] = [indexGroups(groups.current, split), indexGroups(groups.previous, split)];
  const changes = [...new Set([...current.keys(), ...previous.keys()])].map((key) => {
    const [one, other] = [current.get(key), previous.get(key)];
    return {
      key: { one, other },
      current: one === undefined ? undefined : readParts(metric, one.value),
      previous: other === undefined ? undefined : readParts(metric, other.value),
    };
  });
  const explained = decomposeChange(total, changes);
  if (explained === undefined) return undefined;
  const change = measure(total.current) - measure(total.previous);
  const shown = explained.slice(0, MAX_DRIVERS);
  const drivers = shown.map(({ key, contribution }) => ({
    key: (key.one ?? key.other)?.key ?? [],
    contribution,
    share: change === 0 ? null : contribution / change,
    current: key.one?.value ?? null,
    previous: key.other?.value ?? null,
  }));
  const others = change - shown.reduce((sum, { contribution }) => sum + contribution, 0);
  return { dimension, drivers, groups: changes.length, others };
}

function measure({ numerator, denominator }: Parts): number {
  return denominator === null ? numerator : numerator / denominator;
}

function readParts({ formula }: MetricDefinition, value: AnsweredValue | undefined): Parts {
  // What is left of 1 falls by as much as the ratio rises.
  const times = formula.form === "ratio" ? (formula.times ?? 1) : formula.form === "rest" ? -1 : 1;
  const numerator = (value?.numerator ?? 0) * times;
  return { numerator, denominator: formula.form === "sum" ? null : (value?.denominator ?? 0) };
}

function pickValue(groups: readonly AnsweredGroup[], split: string | null): AnsweredValue | undefined {
  return indexGroups(groups, split).values().next().value?.value;
}

/** Money of several currencies is never added: only the groups of one are kept. */
function indexGroups(
  groups: readonly AnsweredGroup[],
  currency: string | null,
): Map<string, { key: readonly KeyPart[]; value: AnsweredValue }> {
  const indexed = new Map<string, { key: readonly KeyPart[]; value: AnsweredValue }>();
  for (const group of groups) {
    const [value] = group.values;
    if (value === undefined || (value.currency ?? null) !== currency) continue;
    const key = group.key.filter((part) => part.dimension !== "CURRENCY");
    indexed.set(JSON.stringify(key.map(({ dimension, id }) => [dimension, id])), { key, value });
  }
  return indexed;
}
