import type { ClickHouse } from "../clickhouse/clickhouse.js";

/** renderClickHouseSchema writes the definition of every table as the engine holds it, for the committed snapshot `sql/clickhouse/schema.sql`. */
export async function renderClickHouseSchema(clickhouse: ClickHouse): Promise<string> {
  const tables = await clickhouse.query<{ name: string; definition: string }>({
    name: "migrate.schema",
    sql: `SELECT name, create_table_query AS definition FROM system.tables
          WHERE database = currentDatabase() AND NOT is_temporary ORDER BY name`,
  });
  return tables.map((table) => `${layOut(table.definition)};\n`).join("\n");
}

/** One column or clause a line, so that a change shows as the line it is. */
function layOut(definition: string): string {
  const [head = "", ...clauses] = definition
    .replace(/CREATE TABLE \w+\./, "CREATE TABLE ")
    .split(/ (?=ENGINE = |PARTITION BY |ORDER BY |SETTINGS )/);
  const columns = head
    .replace(/ \((?=`)/, "\n(\n    ")
    .replace(/, (?=`|INDEX )/g, ",\n    ")
    .replace(/\)$/, "\n)");
  return [columns, ...clauses].join("\n");
}
