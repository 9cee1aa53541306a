/**
 * settleOrder keeps rows where they are while someone points at them: known rows stay in their shown order with their new content,
 * new rows follow at the end, rows that are gone leave. `shownKeys` is the order on the screen.
 */
export function settleOrder<Row>(
  rows: readonly Row[],
  shownKeys: readonly string[],
  keyOf: (row: Row) => string,
): readonly Row[] {
  const place = new Map(shownKeys.map((key, index) => [key, index]));
  const placeOf = (row: Row): number => place.get(keyOf(row)) ?? Number.MAX_SAFE_INTEGER;
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => placeOf(a.row) - placeOf(b.row) || a.index - b.index)
    .map((entry) => entry.row);
}
