import type { MetricAnswer } from "@watchfloor/server/testing";

/** Percentiles may differ by this; the classes of a spread are within 0.8 %. */
const TOLERANCE = 0.01;

interface Figure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly nullReason: string | null;
}

/** compareAnswers compares two answers figure by figure: percentiles within 1 %, everything else exactly. */
export function compareAnswers(
  expected: MetricAnswer,
  answer: MetricAnswer,
): { readonly figures: number; readonly differences: string[] } {
  const differences: string[] = [];
  let figures = 0;
  const compare = (place: string, metric: string, left: Figure | undefined, right: Figure | undefined) => {
    figures += 1;
    if (!isSame(metric, left, right)) differences.push(`${place} ${metric}: ${show(left)} became ${show(right)}`);
  };
  const others = new Map(answer.groups.map((group) => [JSON.stringify(group.key), group]));
  if (answer.groups.length !== expected.groups.length)
    differences.push(`${expected.groups.length} groups became ${answer.groups.length}`);
  for (const group of expected.groups) {
    const key = JSON.stringify(group.key);
    const other = others.get(key);
    for (const value of group.values) {
      const own = other?.values.find(({ metric }) => metric === value.metric);
      compare(key, value.metric, value, own);
      compare(`${key} before`, value.metric, before(value), before(own));
      for (const [index, point] of (value.series ?? []).entries())
        compare(`${key} ${point.at.toISOString()}`, value.metric, point, own?.series?.[index]);
    }
  }
  return { figures, differences };
}

function before(value: { readonly previous: number | null } | undefined): Figure | undefined {
  return value && { value: value.previous, numerator: null, denominator: null, nullReason: null };
}

function isSame(metric: string, left: Figure | undefined, right: Figure | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  const rest = ["numerator", "denominator", "nullReason"] as const;
  if (rest.some((field) => left[field] !== right[field])) return false;
  if (!/_p\d\d$/.test(metric) || left.value === null || right.value === null) return left.value === right.value;
  return Math.abs(left.value - right.value) <= TOLERANCE * Math.abs(left.value);
}

function show(figure: Figure | undefined): string {
  return figure === undefined ? "nothing" : `${figure.value} (${figure.numerator}/${figure.denominator})`;
}
