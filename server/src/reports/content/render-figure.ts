import { renderDuration } from "../../live/render-duration.js";

const WHOLE = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const SOME = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const CENTS = new Intl.NumberFormat("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** FigureUnit is in what a figure is counted. */
export interface FigureUnit {
  readonly unit: string;
  readonly currency: string | null;
}

/** renderFigure writes a figure for people, in its unit: 97.9 %, 1,204, 3 h 5 min, EUR 48,210.33. It never rounds a miss away. */
export function renderFigure(value: number, { unit, currency }: FigureUnit): string {
  if (currency !== null) return `${currency} ${CENTS.format(value)}`;
  if (unit === "ratio") return renderRatio(value);
  if (unit === "seconds") return renderSeconds(value);
  if (unit === "count") return WHOLE.format(value);
  return SOME.format(value);
}

/** renderRatio writes 0..1 as per cent with one decimal: 0.9996 is 99.9 %, not 100 %, and 0.0002 is < 0.1 %. */
export function renderRatio(ratio: number): string {
  if (ratio === 0 || ratio === 1) return `${ratio * 100} %`;
  if (ratio > 0 && ratio < 0.0005) return "< 0.1 %";
  if (ratio < 1 && ratio > 0.999) return "99.9 %";
  return `${(ratio * 100).toFixed(1)} %`;
}

function renderSeconds(seconds: number): string {
  if (seconds < 0) return `-${renderSeconds(-seconds)}`;
  return seconds < 10 && !Number.isInteger(seconds) ? `${seconds.toFixed(1)} s` : renderDuration(Math.round(seconds));
}
