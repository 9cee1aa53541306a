/** TabValue is a value of a row as it is stored. */
export type TabValue = string | number | boolean | Date | null;

/** renderTabRows writes rows in ClickHouse's TabSeparated format; instants in UTC to the millisecond, booleans as 1 and 0. */
export function renderTabRows(rows: readonly (readonly TabValue[])[]): Buffer {
  return Buffer.from(rows.map((row) => `${row.map(renderTabValue).join("\t")}\n`).join(""));
}

function renderTabValue(value: TabValue): string {
  if (value === null) return "\\N";
  if (value instanceof Date) return value.toISOString().replace("T", " ").slice(0, 23);
  if (typeof value === "string")
    return value.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
  return String(Number(value));
}
