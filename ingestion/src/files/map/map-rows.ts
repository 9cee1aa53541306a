import type { Mapping } from "@watchfloor/dashboards";
import type { SourceRow } from "../../mapping/source-row.js";
import { buildRowMapper, type RowVerdict } from "./build-row-mapper.js";

/** MappedLine is a row's verdict with the row. */
export interface MappedLine {
  readonly row: SourceRow;
  readonly verdict: RowVerdict;
}

/**
 * mapRows yields the verdict on every row. With `groupBy` a row waits for the row that follows it in its group, so one
 * row of each group is held in memory until the file ends. The order depends on the file alone.
 */
export async function* mapRows(options: {
  rows: AsyncIterable<SourceRow>;
  mapping: Mapping;
  client?: string | undefined;
}): AsyncGenerator<MappedLine, void, void> {
  const { rows, mapping, client } = options;
  const map = buildRowMapper(mapping, client);
  const waiting = new Map<string, SourceRow>();
  for await (const row of rows) {
    const group = mapping.groupBy === undefined || row.fault !== undefined ? undefined : row.find(mapping.groupBy);
    if (group === undefined) {
      yield { row, verdict: map(row, undefined) };
      continue;
    }
    const before = waiting.get(group);
    waiting.set(group, row);
    if (before !== undefined) yield { row: before, verdict: map(before, row) };
  }
  for (const row of waiting.values()) yield { row, verdict: map(row, undefined) };
}
