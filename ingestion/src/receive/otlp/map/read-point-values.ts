import type { OtlpMetric } from "../decode/otlp-request.js";
import { cutText } from "../values/cut-text.js";
import { readWhole } from "../values/read-whole.js";
import type { MetricPoint } from "./list-points.js";

/** The flag of a point that only says that there is no value. */
const NO_VALUE = 1;
/** What the protocol calls a number without unit, in the words of UCUM. */
const DIMENSIONLESS = "1";
const MAX_UNIT = 64;

/** PointValue is one number of a data point. `value` may be something no measure can be, which is refused later. */
export interface PointValue {
  readonly measure: string;
  readonly value: unknown;
  readonly unit: string;
}

/** readPointValues returns the numbers of a data point: its value, or the count and, where there is one, the sum of a distribution. */
export function readPointValues(metric: OtlpMetric, { point, isDistribution }: MetricPoint): PointValue[] {
  if (((point.flags ?? 0) & NO_VALUE) === NO_VALUE) return [];
  const name = metric.name ?? "";
  const unit = cutText(metric.unit ?? "", MAX_UNIT) || DIMENSIONLESS;
  if (!isDistribution) {
    // As in `readAnyValue`: an integer that was not sent is inherited.
    const value = (Object.hasOwn(point, "asInt") ? readWhole(point.asInt) : undefined) ?? readDouble(point.asDouble);
    return value === undefined ? [] : [{ measure: name, value, unit }];
  }
  const count = { measure: `${name}.count`, value: readWhole(point.count) ?? 0, unit: DIMENSIONLESS };
  const sum = readDouble(point.sum);
  return sum === undefined ? [count] : [count, { measure: `${name}.sum`, value: sum, unit }];
}

/** A text such as "NaN" stays what it is, so that its refusal names it. */
function readDouble(value: number | string | null | undefined): number | string | undefined {
  if (value === undefined || value === null) return undefined;
  const read = Number(value);
  return Number.isFinite(read) ? read : String(value);
}
