import type { SourceRow } from "../../mapping/source-row.js";

const indexes = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** buildCellsRow makes a row of cells under a header; with another number of cells than columns it is faulty. */
export function buildCellsRow({
  cells,
  columns,
  line,
}: {
  cells: readonly string[];
  columns: readonly string[];
  line: number;
}): SourceRow {
  const find = (column: string) => {
    const index = findIndex(columns, column);
    return index === undefined ? undefined : cells[index]?.trim();
  };
  if (cells.length !== columns.length)
    return {
      line,
      content: cells,
      kept: { columns, cells },
      find,
      fault: `the row has ${cells.length} columns, the header ${columns.length}`,
    };
  return {
    line,
    content: cells,
    find,
    get kept() {
      if (new Set(columns).size < columns.length) return { columns, cells };
      return { row: Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? ""])) };
    },
  };
}

function findIndex(columns: readonly string[], column: string): number | undefined {
  let index = indexes.get(columns);
  if (index === undefined) indexes.set(columns, (index = new Map(columns.map((name, at) => [name, at]))));
  return index.get(column);
}
