import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";

const rowsSchema = z.array(z.object({ timestamp: z.string().min(1), value: z.string() }));
const windowsSchema = z.record(z.string(), z.array(z.tuple([z.string(), z.string()])));

/** SeriesFile is a file of timestamps and values; a value that is no number is missing (NaN). */
export interface SeriesFile {
  /** Path below the directory, with forward slashes. */
  readonly name: string;
  readonly rows: readonly { readonly timestamp: string; readonly atMs: number; readonly value: number }[];
  /** Labelled windows as first and last row; undefined where there are no labels. */
  readonly windows: readonly (readonly [first: number, last: number])[] | undefined;
}

/** loadLabelledFiles reads every CSV file below a directory (columns `timestamp`, `value`; UTC unless a zone is given), and `windows.json` beside them. */
export async function loadLabelledFiles(directory: string): Promise<SeriesFile[]> {
  const entries = await readdir(directory, { recursive: true });
  const names = entries.filter((name) => name.endsWith(".csv")).sort();
  const labels = entries.includes("windows.json")
    ? windowsSchema.parse(JSON.parse(await readFile(join(directory, "windows.json"), "utf8")))
    : undefined;
  return Promise.all(names.map((name) => loadFile(directory, name, labels)));
}

async function loadFile(
  directory: string,
  path: string,
  labels: z.infer<typeof windowsSchema> | undefined,
): Promise<SeriesFile> {
  const name = path.split(sep).join("/");
  const parsed: unknown = parse(await readFile(join(directory, path)), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    trim: true,
  });
  const rows = rowsSchema.parse(parsed).map(({ timestamp, value }, place) => {
    const atMs = readInstant(timestamp);
    if (Number.isNaN(atMs))
      throw new Error(`${name}, row ${place + 2}: "${timestamp}" is no time. Write 2014-02-14 14:30:00 or RFC 3339.`);
    return { timestamp, atMs, value: value === "" ? Number.NaN : Number(value) };
  });
  const windows = labels?.[name];
  return { name, rows, windows: windows?.flatMap((window) => findRows(rows, window)) };
}

function readInstant(text: string): number {
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/.test(text);
  const iso = text
    .trim()
    .replace(" ", "T")
    .replace(/(\.\d{3})\d+/, "$1");
  return Date.parse(hasZone ? iso : `${iso}Z`);
}

function findRows(rows: SeriesFile["rows"], [from, to]: readonly [string, string]): [number, number][] {
  const first = rows.findIndex((row) => row.atMs >= readInstant(from));
  const last = rows.findLastIndex((row) => row.atMs <= readInstant(to));
  return first === -1 || last < first ? [] : [[first, last]];
}
