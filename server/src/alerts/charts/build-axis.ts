const WANTED = 5;
const NICE = [1, 2, 2.5, 5, 10];

/** Axis is the vertical extent of a picture and where its lines are. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** buildAxis puts round numbers around values; `per` is what they are divided by when they are written, so that what is written is round. */
export function buildAxis(values: readonly number[], per: number): Axis {
  const scaled = values.map((value) => value / per);
  const [low, high] = [Math.min(...scaled), Math.max(...scaled)];
  // What is small beside its own change, or never changed, is shown from 0 on.
  const from = low >= 0 && (low <= high * 0.6 || low === high) ? 0 : low;
  const to = high <= 0 && high >= low * 0.6 ? 0 : high;
  const step = chooseStep(to - from || Math.abs(to) || 1);
  const first = Math.floor(from / step + 1e-9);
  const last = Math.max(Math.ceil(to / step - 1e-9), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, place) => (first + place) * step * per);
  return { from: first * step * per, to: last * step * per, ticks };
}

function chooseStep(extent: number): number {
  const rough = extent / WANTED;
  const size = 10 ** Math.floor(Math.log10(rough));
  return (NICE.find((nice) => nice * size >= rough * 0.999) ?? 10) * size;
}
