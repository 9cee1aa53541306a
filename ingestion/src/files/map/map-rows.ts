import type { Mapping } from "@watchfloor/dashboards";
import type { SourceRow } from "../../mapping/source-row.js";
import { buildRowMapper, type RowVerdict } from "./build-row-mapper.js";

/** MappedLine is a row's verdict with the row. */
export interface MappedLine {
  readonly row: SourceRow;
  /** The row that follows it in its group. */
  readonly next: SourceRow | undefined;
  readonly verdict: RowVerdict;
}

/**
 * mapRows yields the verdict on every row. With `groupBy` a row waits for the row that follows it in its group, so one
 * row of each group is held in memory until the file ends. The order depends on the file alone, so that an import that goes on
 * leaves out the first `skip` verdicts: they are the ones that were given before.
 */
export async function* mapRows(options: {
  rows: AsyncIterable<SourceRow>;
  mapping: Mapping;
  client?: string | undefined;
  skip?: number;
}): AsyncGenerator<MappedLine, void, void> {
  const { mapping, client, skip = 0 } = options;
  const map = buildRowMapper(mapping, client);
  let place = 0;
  for await (const { row, next } of pairRows(options.rows, mapping.groupBy)) {
    place += 1;
    if (place > skip) yield { row, next, verdict: map(row, next) };
  }
}

/** pairRows yields each row with the one that follows it in its group. */
async function* pairRows(
  rows: AsyncIterable<SourceRow>,
  groupBy: string | undefined,
): AsyncGenerator<{ row: SourceRow; next: SourceRow | undefined }, void, void> {
  const waiting = new Map<string, SourceRow>();
  for await (const row of rows) {
    const isAlone = groupBy === undefined || row.fault !== undefined || row.group !== undefined;
    const group = isAlone ? undefined : row.find(groupBy);
    if (group === undefined) {
      yield { row, next: row.group?.next };
      continue;
    }
    const before = waiting.get(group);
    waiting.set(group, row);
    if (before !== undefined) yield { row: before, next: row };
  }
  for (const row of waiting.values()) yield { row, next: undefined };
}
