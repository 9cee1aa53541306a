/** SettledRows is a list as it stood, and how many changes wait to be shown. */
export interface SettledRows<Row> {
  readonly rows: readonly Row[];
  readonly waiting: number;
}

/**
 * settleOrder keeps a list as it stands while someone points at it or works in it: every row stays in its place with its new content, a row that
 * is gone stays as it was last, a new one waits. `waiting` counts the changes that show when the list is let go: rows that come, go or move.
 */
export function settleOrder<Row>(
  rows: readonly Row[],
  shown: readonly Row[],
  keyOf: (row: Row) => string,
): SettledRows<Row> {
  const latest = new Map(rows.map((row) => [keyOf(row), row]));
  const shownKeys = shown.map(keyOf);
  const known = new Set(shownKeys);
  const staying = shownKeys.filter((key) => latest.has(key));
  const next = rows.map(keyOf).filter((key) => known.has(key));
  const moved = staying.length - countInOrder(staying, next);
  const gone = shownKeys.length - staying.length;
  const come = latest.size - next.length;
  return { rows: shown.map((row) => latest.get(keyOf(row)) ?? row), waiting: gone + come + moved };
}

/** countInOrder counts the most rows that can stay where they are while the others move around them: the longest rising sequence of places. */
function countInOrder(before: readonly string[], after: readonly string[]): number {
  const place = new Map(after.map((key, index) => [key, index]));
  const ends: number[] = [];
  for (const key of before) {
    const at = place.get(key) ?? 0;
    const from = ends.findIndex((end) => end >= at);
    if (from === -1) ends.push(at);
    else ends[from] = at;
  }
  return ends.length;
}
