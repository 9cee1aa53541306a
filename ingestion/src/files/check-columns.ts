import type { Mapping } from "@watchfloor/dashboards";
import { ImportFault } from "./read/import-fault.js";
import type { SourceRow } from "../mapping/source-row.js";

/** checkColumns refuses a file that lacks a column the mapping names: a wrong mapping would otherwise refuse every row. */
export function checkColumns(row: SourceRow, mapping: Mapping): void {
  const missing = [
    ...listColumns([mapping.values, mapping.checks, mapping.events, { column: mapping.groupBy }]),
  ].filter((column) => row.find(column) === undefined);
  if (missing.length > 0)
    throw new ImportFault(
      `the file has no column ${missing.map((name) => `"${name}"`).join(", ")}: is "${mapping.title}" the right mapping for it?`,
    );
}

function listColumns(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== "object" || value === null) return found;
  for (const [name, inner] of Object.entries(value)) {
    if (name === "column" && typeof inner === "string") found.add(inner);
    else listColumns(inner, found);
  }
  return found;
}
