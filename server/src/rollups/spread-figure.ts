/** SpreadFigure is a figure of which the spread over classes is kept: of which rows, at which instant, in milliseconds. */
export interface SpreadFigure {
  readonly figure: "duration" | "lateness";
  readonly at: "finished_at" | "deadline_at";
  /** The figure as formulas name it, in seconds, and the condition of the rows that have it. */
  readonly seconds: string;
  readonly where: string;
  readonly ms: string;
}

/** SPREAD_FIGURES are the figures of which percentiles over many runs are asked. */
export const SPREAD_FIGURES: readonly SpreadFigure[] = [
  {
    figure: "duration",
    at: "finished_at",
    seconds: "duration_seconds",
    where: "has_start",
    ms: "finished_ms - started_ms",
  },
  {
    figure: "lateness",
    at: "deadline_at",
    seconds: "lateness_seconds",
    where: "is_late",
    ms: "finished_ms - deadline_ms",
  },
];

/** Width of a class: the value read from a class is within (g - 1) / (g + 1) = 0.8 % of every value in it. */
const WIDTH = 1.016;
const LOG_WIDTH = Math.log(WIDTH);

/** buildClass writes the class of whole milliseconds: 0 for none, mirrored for negative ones. */
export function buildClass(ms: string): string {
  const rank = (positive: string) => `toInt16(ceil(log(${positive}) / ${LOG_WIDTH})) + 1`;
  return `toInt16(multiIf((${ms} AS spread_ms) > 0, ${rank("spread_ms")}, spread_ms < 0, -(${rank("-spread_ms")}), 0))`;
}

/** buildClassSeconds writes the seconds that stand for a class. */
export function buildClassSeconds(of: string): string {
  return `(sign(${of}) * exp((abs(${of}) - 1) * ${LOG_WIDTH}) * ${2 / (WIDTH + 1) / 1000})`;
}
