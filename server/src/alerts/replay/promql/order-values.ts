/** orderValues compares values as Prometheus orders them: NaN before all others. */
export function orderValues(left: number, right: number): number {
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : -1;
  if (Number.isNaN(right)) return 1;
  return left - right === 0 || left === right ? 0 : left < right ? -1 : 1;
}
