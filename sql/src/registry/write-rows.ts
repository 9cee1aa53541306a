/** Keeps a statement far below the 65,535 parameters of the wire protocol (at most 8 columns a row here). */
const ROWS_A_STATEMENT = 2_000;

/**
 * writeRows passes `rows` to `write` in batches, each key once and in one order of keys.
 * TRICKY: two processes that insert the same keys in different orders would wait for each other and one of them would be
 * ended as a deadlock; a fixed order makes one simply wait. A key twice in one statement would be refused by an upsert; the last one counts.
 */
export async function writeRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  write: (batch: Row[]) => Promise<unknown[]>,
): Promise<number> {
  const unique = [...new Map(rows.map((row) => [keyOf(row), row]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row);
  let written = 0;
  for (let start = 0; start < unique.length; start += ROWS_A_STATEMENT) {
    written += (await write(unique.slice(start, start + ROWS_A_STATEMENT))).length;
  }
  return written;
}
