/** selectRanks are the value at a rank (from 0) and the next one, without sorting the others; NaN stands before all, and the last value is its own next. */
export function selectRanks(values: readonly number[] | Float64Array, rank: number): [number, number] {
  const numbers = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  const place = rank - (values.length - numbers.length);
  if (place < -1) return [Number.NaN, Number.NaN];
  if (place === -1) return [Number.NaN, numbers.length === 0 ? Number.NaN : findLeast(numbers, 0)];
  partition(numbers, place);
  const low = numbers[place] ?? Number.NaN;
  return [low, place + 1 < numbers.length ? findLeast(numbers, place + 1) : low];
}

/** Moves values until the one at `place` is where sorting would put it, with nothing larger before and nothing smaller behind (Hoare). */
function partition(numbers: Float64Array, place: number): void {
  let [from, to] = [0, numbers.length - 1];
  while (from < to) {
    const pivot = numbers[(from + to) >> 1] ?? 0;
    let [left, right] = [from, to];
    while (left <= right) {
      while ((numbers[left] ?? 0) < pivot) left += 1;
      while ((numbers[right] ?? 0) > pivot) right -= 1;
      if (left > right) break;
      const moved = numbers[left] ?? 0;
      numbers[left] = numbers[right] ?? 0;
      numbers[right] = moved;
      left += 1;
      right -= 1;
    }
    if (place <= right) to = right;
    else if (place >= left) from = left;
    else return;
  }
}

function findLeast(numbers: Float64Array, from: number): number {
  let least = Infinity;
  for (let at = from; at < numbers.length; at += 1) least = Math.min(least, numbers[at] ?? Infinity);
  return least;
}
