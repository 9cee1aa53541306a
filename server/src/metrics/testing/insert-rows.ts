import { FAR_FUTURE, type ClickHouse } from "@watchfloor/sql";

/** TestRow is a row of a table by column; what is left out is absent. */
export type TestRow = Readonly<
  Record<string, string | number | boolean | Date | null | Readonly<Record<string, string>>>
>;

const ABSENT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  run: {
    started_at: FAR_FUTURE,
    due_at: FAR_FUTURE,
    finished_at: FAR_FUTURE,
    mismatched_at: FAR_FUTURE,
    attempts: "1",
    version: "1",
  },
  exception: { raised_at: FAR_FUTURE, resolved_at: FAR_FUTURE, version: "1" },
};

/** insertRows stores test rows the way the loader does, runs also where open ones are looked for and activity also by day. */
export async function insertRows(clickhouse: ClickHouse, table: string, rows: readonly TestRow[]): Promise<void> {
  await insertInto(clickhouse, table, table, rows);
  const served = rows.filter((row) => !row["is_deleted"]).map(({ is_deleted: _, ...row }) => row);
  if (table === "run" && served.length > 0) await insertInto(clickhouse, "open_run", table, served);
  if (table === "feed_activity") await insertInto(clickhouse, "feed_day", "feed_day", rows.map(readDay));
}

/** What `feed_activity` says of a slice is a minute of a day of `feed_day`. */
function readDay({ slice: _, newest, ...feed }: TestRow): TestRow {
  const at = newest instanceof Date ? newest : new Date(`${String(newest).replace(" ", "T")}Z`);
  const hours = Array.from({ length: 24 }, (__, hour) => [
    `h${String(hour).padStart(2, "0")}`,
    String(hour === at.getUTCHours() ? 1n << BigInt(at.getUTCMinutes()) : 0),
  ]);
  return { ...feed, ...(Object.fromEntries(hours) as TestRow) };
}

async function insertInto(
  clickhouse: ClickHouse,
  target: string,
  table: string,
  rows: readonly TestRow[],
): Promise<void> {
  const columns = [...new Set([...Object.keys(ABSENT[table] ?? {}), ...rows.flatMap((row) => Object.keys(row))])];
  const lines = rows.map((row) =>
    columns
      .map((column) => render(row[column] ?? ABSENT[table]?.[column] ?? "", column in row && row[column] === null))
      .join("\t"),
  );
  await clickhouse.insert({ table: target, columns, body: Buffer.from(lines.map((line) => `${line}\n`).join("")) });
}

function render(value: TestRow[string], isNull: boolean): string {
  if (isNull) return "\\N";
  if (value instanceof Date) return value.toISOString().replace("T", " ").slice(0, 23);
  if (typeof value !== "object" || value === null)
    return String(value).replaceAll("\\", "\\\\").replaceAll("\t", "\\t");
  return `{${Object.entries(value)
    .map(([key, text]) => `'${key}':'${text}'`)
    .join(",")}}`;
}
