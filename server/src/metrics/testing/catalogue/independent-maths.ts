/** Interpolates between closest ranks, as spreadsheets do (PERCENTILE.INC). */
function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * share;
  const low = sorted[Math.floor(rank)] ?? 0;
  return low + ((sorted[Math.ceil(rank)] ?? low) - low) * (rank - Math.floor(rank));
}

/** Divides; null when there is nothing to divide by. */
function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Adds what is read of each row. */
function sumOf<Row>(rows: readonly Row[], read: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + read(row), 0);
}

/** Counts the rows that fit. */
function countOf<Row>(rows: readonly Row[], fits: (row: Row) => boolean): number {
  return rows.filter(fits).length;
}

/** Puts rows with the same key together. */
function gather<Row>(rows: readonly Row[], key: (row: Row) => unknown): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = JSON.stringify(key(row));
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups.values()];
}

/** independentMaths is the little that independent computations need. */
export const independentMaths = { percentile, share, sumOf, countOf, gather };
