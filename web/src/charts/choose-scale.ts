/** Scale is the range of a value axis with its round ticks. */
export interface Scale {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

const durationSteps = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400, 172_800, 432_000,
];

/**
 * chooseScale picks the axis of a chart. Counts and durations start at zero; a ratio close to 1 starts at the round value
 * below its least one, because a line (not a bar) may, and a drop from 99 % to 97 % must be seen. The limit is always inside.
 */
export function chooseScale(
  values: readonly number[],
  limit: number | null,
  kind: "duration" | "ratio" | "count",
): Scale {
  const highest = Math.max(0, ...values, limit ?? 0);
  const lowest = Math.min(0, ...values);
  // A change falls below zero and rises above 100 %; a ratio of cases does neither.
  if (lowest < 0 || (kind === "ratio" && highest > 1)) return chooseSignedScale(lowest, highest);
  if (kind === "ratio") return chooseRatioScale(values, highest);
  const step = kind === "duration" ? chooseDurationStep(highest) : Math.max(1, chooseRoundStep(highest));
  const top = Math.max(step, Math.ceil((highest * 1.02) / step) * step);
  return { domain: [0, top], ticks: buildTicks(0, top, step) };
}

function chooseSignedScale(lowest: number, highest: number): Scale {
  const step = chooseRoundStep(highest - lowest);
  const [from, to] = [Math.floor(lowest / step) * step, Math.ceil(highest / step) * step];
  return { domain: [from, to], ticks: buildTicks(from, to, step) };
}

function chooseRatioScale(values: readonly number[], highest: number): Scale {
  const lowest = Math.min(1, ...values);
  if (lowest > 0.5) {
    const step = lowest > 0.95 ? 0.01 : lowest > 0.8 ? 0.05 : 0.1;
    const bottom = Math.floor(lowest / step - 0.001) * step;
    return { domain: [bottom, 1], ticks: buildTicks(bottom, 1, step) };
  }
  const step = highest > 0.5 ? 0.25 : Math.max(0.01, chooseRoundStep(highest));
  const top = Math.min(1, Math.max(step, Math.ceil(highest / step) * step));
  return { domain: [0, top], ticks: buildTicks(0, top, step) };
}

function chooseDurationStep(highest: number): number {
  return durationSteps.find((step) => highest / step <= 4) ?? chooseRoundStep(highest / 86_400) * 86_400;
}

function chooseRoundStep(highest: number): number {
  if (highest <= 0) return 1;
  const rough = highest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
}

function buildTicks(from: number, to: number, step: number): readonly number[] {
  const count = Math.round((to - from) / step);
  return Array.from({ length: count + 1 }, (_, index) => Number((from + index * step).toFixed(6)));
}
