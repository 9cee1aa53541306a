import type { Interval } from "./time-range.js";

/** A chart is hardly wider than this in pixels: what moves by less than one is not seen. */
const widestPixels = 1_440;

/**
 * chooseDomain gives the ends of a chart's time axis in milliseconds since 1970. A range that ends now moves with every answer; its axis moves a pixel at a
 * time, so that equal answers give equal charts.
 */
export function chooseDomain({ from, to }: Interval): readonly [number, number] {
  const step = (to.getTime() - from.getTime()) / widestPixels;
  if (step < 1_000) return [from.getTime(), to.getTime()];
  return [Math.floor(from.getTime() / step) * step, Math.ceil(to.getTime() / step) * step];
}
