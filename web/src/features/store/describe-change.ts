import { formatDecimals } from "../../format/format-number.js";

/** Better says which way a metric is better. */
export type Better = "higher" | "lower";

/** ChangeWords says how a value moved and whether that is good. */
export interface ChangeWords {
  readonly words: string;
  readonly tone: "good" | "worse" | "same";
}

/** describeChange says a change by better or worse, not by its sign: "0.8 points better than before", "3 fewer than before". */
export function describeChange(
  value: number | null,
  previous: number | null,
  options: { better: Better; kind: "ratio" | "count" | "duration"; render: (value: number) => string },
): ChangeWords | null {
  if (value === null || previous === null) return null;
  const difference = value - previous;
  if (Math.abs(difference) < (options.kind === "ratio" ? 0.0005 : 1e-9)) return { words: "as before", tone: "same" };
  const isBetter = difference > 0 === (options.better === "higher");
  const tone = isBetter ? "good" : "worse";
  const size = Math.abs(difference);
  if (options.kind === "ratio")
    return { words: `${formatDecimals(size * 100, 1)} points ${isBetter ? "better" : "worse"} than before`, tone };
  const words =
    options.kind === "duration" ? (difference > 0 ? "slower" : "faster") : difference > 0 ? "more" : "fewer";
  return { words: `${options.render(size)} ${words} than before`, tone };
}
