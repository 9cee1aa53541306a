/** isLone tells whether a value has a gap on either side: no line leads to it, so only a dot can show it. */
export function isLone(values: readonly (number | null | undefined)[], index: number): boolean {
  const isThere = (value: number | null | undefined): boolean => value !== null && value !== undefined;
  return isThere(values[index]) && !isThere(values[index - 1]) && !isThere(values[index + 1]);
}
