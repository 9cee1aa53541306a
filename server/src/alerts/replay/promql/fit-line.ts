import type { SampleRun } from "../sample-series.js";
import { CompensatedSum } from "../../condition/compensated-sum.js";

/** fitLine is the simple linear regression of samples: the slope a second, and the value at `origin` (milliseconds). */
export function fitLine({ stamps, values }: SampleRun, origin: number): { slope: number; intercept: number } {
  const first = values[0] ?? Number.NaN;
  if (values.every((value) => value === first)) {
    const isInfinite = Math.abs(first) === Infinity;
    return isInfinite ? { slope: Number.NaN, intercept: Number.NaN } : { slope: 0, intercept: first };
  }
  const [sumX, sumY, sumXY, sumX2] = [0, 1, 2, 3].map(() => new CompensatedSum());
  for (const [place, stamp] of stamps.entries()) {
    const x = (stamp - origin) / 1_000;
    const y = values[place] ?? Number.NaN;
    sumX?.add(x);
    sumY?.add(y);
    sumXY?.add(x * y);
    sumX2?.add(x * x);
  }
  const count = stamps.length;
  const [x, y, xy, x2] = [sumX, sumY, sumXY, sumX2].map((sum) => sum?.read() ?? Number.NaN) as [
    number,
    number,
    number,
    number,
  ];
  const slope = (xy - (x * y) / count) / (x2 - (x * x) / count);
  return { slope, intercept: y / count - (slope * x) / count };
}
