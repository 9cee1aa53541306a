import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { gzipSync } from "node:zlib";
import { openClickHouse, readSettings } from "@watchfloor/sql";
import pino from "pino";
import { runImportCommand } from "./run-import-command.js";

const MAPPING = `
title: Orders
client: c
source: s
values: { at: { date: { column: at }, formats: [yyyy-MM-dd] } }
checks: [{ reason: early, when: { left: { value: at }, is: before, right: { date: "2001-01-01", formats: [yyyy-MM-dd] } } }]
events:
  - event:
      id: { column: id }
      kind: run.finished
      time: { value: at }
      workflow: w
      run: { column: id }
      outcome: { column: outcome }
      attributes: { line: { line: {} } }
  - when: { present: { column: amount } }
    event: { id: { concat: [m-, { column: id }] }, kind: measure.recorded, time: { column: measured }, measure: m, value: { column: amount }, unit: u }
`;
const ROWS = [
  "id,at,outcome,amount,measured",
  "1,2020-01-01,succeeded,5,2020-01-01T00:00:00Z",
  "2,2000-01-01,succeeded,,",
  "3,soon,succeeded,,",
  "4,2020-01-01,won,,",
  "5,2099-01-01,succeeded,,",
  "6,2020-01-01,succeeded,7,2099-01-01T00:00:00Z",
  "1,2020-01-02,failed,,",
  "8,2020-01-01",
  '"9",2020-01-01,failed,,',
];
/** What line 3, 4 and so on become: soon is no date, won no outcome, 2099 is the future, 8 has too few cells, 1 comes twice. */
const EXPECTED = [
  [4, "mapping_failed", "at"],
  [5, "value_out_of_range", "outcome"],
  [6, "time_in_future", "time"],
  [7, "time_in_future", "time"],
  [9, "mapping_failed", ""],
];

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "watchfloor-import-"));
  writeFileSync(join(directory, "m.yaml"), MAPPING);
});
afterEach(() => rmSync(directory, { recursive: true }));

async function run(file: string, ...more: string[]): Promise<{ code: number; said: string }> {
  const out = new PassThrough();
  const code = await runImportCommand([join(directory, file), "--map", join(directory, "m.yaml"), ...more], {
    settings: readSettings({ WATCHFLOOR_DATA: join(directory, "data") }),
    out,
    now: () => new Date(),
    logger: pino({ level: "silent" }),
  });
  out.end();
  return { code, said: Buffer.concat(await out.toArray()).toString() };
}

interface Kept {
  readonly line: number;
  readonly reason: string;
  readonly field: string;
  readonly row?: Record<string, string>;
}
const readReport = (name: string) =>
  readFileSync(join(directory, "data", "imports", name), "utf8")
    .trim()
    .split("\n")
    .map((text) => JSON.parse(text) as Kept);

async function readFigures(): Promise<string> {
  const clickhouse = openClickHouse({ dataDirectory: join(directory, "data") });
  try {
    const rows = await Promise.all(
      [
        "SELECT id, kind, toString(time) AS at, payload FROM event FINAL ORDER BY id",
        "SELECT run, outcome, toString(finished_at) AS at, attributes FROM run FINAL ORDER BY run",
        "SELECT measure, toString(sum(value)) AS total, count() AS n FROM measure FINAL GROUP BY measure",
      ].map((sql) => clickhouse.query({ name: "test", sql })),
    );
    return JSON.stringify(rows);
  } finally {
    await clickhouse.close();
  }
}

describe("npm run import", () => {
  it("says in a dry run what the import then does: the same counts, the same rejected rows", async () => {
    writeFileSync(join(directory, "x.csv"), ROWS.join("\n"));
    const dry = await run("x.csv", "--dry-run");
    const real = await run("x.csv");
    expect([dry.code, real.code]).toEqual([2, 2]);
    expect(real.said).toContain(
      "9 rows, 8 events (run.finished 6, measure.recorded 2)\n5 accepted, 1 recognised as sent before\n",
    );
    expect(dry.said).toContain("dry run, nothing was sent: 5 accepted, 1 recognised as sent before\n");
    expect(dry.said).toContain("1 dirty rows imported: early");
    const rejected = readReport("x.csv.rejected.ndjson");
    expect(rejected.map(({ line, reason, field }) => [line, reason, field])).toEqual(EXPECTED);
    expect(readReport("x.csv.dry-run.rejected.ndjson")).toEqual(rejected);
    expect(readReport("x.csv.dry-run.warnings.ndjson")).toEqual(readReport("x.csv.warnings.ndjson"));
  }, 60_000);

  it("changes nothing when it is repeated, whatever the form of the file", async () => {
    writeFileSync(join(directory, "x.csv"), ROWS.join("\n"));
    await run("x.csv");
    const figures = await readFigures();
    writeFileSync(join(directory, "again.tsv.gz"), gzipSync(`\ufeff${ROWS.join("\r").replaceAll(",", "\t")}`));
    expect((await run("again.tsv.gz")).said).toContain("9 rows, 8 events");
    expect(await readFigures()).toBe(figures);
  }, 60_000);

  it("takes a file of rejected rows that were corrected: its events are those the file itself would have given", async () => {
    writeFileSync(join(directory, "x.csv"), ROWS.join("\n"));
    await run("x.csv");
    const kept = readReport("x.csv.rejected.ndjson").map(({ row, ...record }) => {
      if (row === undefined) return { ...record, cells: ["8", "2020-01-01", "failed", "", ""] };
      const corrected: Record<string, string> = {
        ...row,
        ...(row["at"] === "soon" || row["at"] === "2099-01-01" ? { at: "2020-03-03" } : {}),
      };
      if (corrected["outcome"] === "won") corrected["outcome"] = "succeeded";
      if (corrected["measured"] !== "") corrected["measured"] = "2020-03-03T00:00:00Z";
      return { ...record, row: corrected };
    });
    const path = join("data", "imports", "x.csv.rejected.ndjson");
    expect((await run(path)).said).toContain("5 rejected");
    expect(readReport("x.csv.rejected.ndjson.rejected.ndjson").map(({ line, reason }) => [line, reason])).toEqual(
      EXPECTED.map(([line, reason]) => [line, reason]),
    );
    writeFileSync(join(directory, path), kept.map((record) => JSON.stringify(record)).join("\n"));
    expect(await run(path)).toMatchObject({ code: 0, said: expect.stringContaining("0 rejected") as string });
    const figures = await readFigures();
    rmSync(join(directory, "data"), { recursive: true });
    const corrected = ROWS.map((row) =>
      row.replace("soon", "2020-03-03").replace("won", "succeeded").replace("5,2099-01-01", "5,2020-03-03"),
    );
    writeFileSync(
      join(directory, "x.csv"),
      corrected.join("\n").replace("2099-01-01T", "2020-03-03T").replace("8,2020-01-01\n", "8,2020-01-01,failed,,\n"),
    );
    expect(await run("x.csv")).toMatchObject({ code: 0 });
    expect(await readFigures()).toBe(figures);
  }, 90_000);

  it.each<[string, string | Buffer, string]>([
    ["an empty file", "", "the file is empty"],
    ["a file of other columns", "a,b\n1,2\n", 'the file has no column "at"'],
    ["gzip that ends early", gzipSync(ROWS.join("\n")).subarray(0, 60), "ends early: its gzip is not complete"],
    ["a quote that nothing closes", `${ROWS[0]}\n1,"2020-01-01,x\n`, "line 2: a quote is opened"],
    [
      "another encoding in the header",
      Buffer.from("id,at,outc\xf6me\n", "latin1"),
      "the header cannot be read: it holds bytes that are no utf-8",
    ],
  ])("says in one line why it refuses %s", async (_name, content, reason) => {
    writeFileSync(join(directory, "x.csv"), content);
    const { code, said } = await run("x.csv", "--dry-run");
    expect(code).toBe(1);
    expect(said.trim().split("\n").at(-1)).toContain(reason);
  });
});
