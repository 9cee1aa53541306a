/** SortedWindow holds the last so many values, in the order they came and sorted, so that a median costs nothing. Plain data. */
export interface SortedWindow {
  readonly values: Float64Array;
  readonly sorted: Float64Array;
  /** How many values there are, at most as many as fit. */
  count: number;
  next: number;
}

/** buildSortedWindow returns an empty window. */
export function buildSortedWindow(length: number): SortedWindow {
  return { values: new Float64Array(length), sorted: new Float64Array(length), count: 0, next: 0 };
}

/** addToWindow adds a value and returns the one that left for it, or undefined while there was room. */
export function addToWindow(window: SortedWindow, value: number): number | undefined {
  const { values, sorted } = window;
  const isFull = window.count === values.length;
  const left = isFull ? values[window.next] : undefined;
  if (left !== undefined)
    sorted.copyWithin(findPlace(sorted, window.count, left), findPlace(sorted, window.count, left) + 1);
  const rest = isFull ? window.count - 1 : window.count;
  const place = findPlace(sorted, rest, value);
  sorted.copyWithin(place + 1, place, rest);
  sorted[place] = value;
  window.count = rest + 1;
  values[window.next] = value;
  window.next = (window.next + 1) % values.length;
  return left;
}

/** readMedian returns the median of what is in the window; NaN when it is empty. */
export function readMedian({ sorted, count }: SortedWindow): number {
  const middle = count >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  if (count === 0) return Number.NaN;
  return count % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** isFullWindow tells whether as many values came as the window holds. */
export function isFullWindow({ values, count }: SortedWindow): boolean {
  return count === values.length;
}

/** The place of the first value that is not smaller. */
function findPlace(sorted: Float64Array, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
