import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { mappingFile } from "@watchfloor/dashboards";
import { openClickHouse } from "@watchfloor/sql";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const COMMAND = join(ROOT, "ingestion/dist/import.js");
const LOG = join(ROOT, "../shared/data/incident-sample/incident_event_log_5000.csv.gz");
const KILLS = 2;
const TABLES = ["event", "run", "step", "exception", "measure", "feed", "feed_activity"];

/** damage spoils a row in 500: some cannot be read, some go back in time, some lie in the future. */
function damage(text: string): string {
  const [header = "", ...rows] = text.split(/\r\n|\n|\r/);
  const spoiled = rows.map((row, index) => {
    if (row === "" || index % 500 !== 250) return row;
    const cells = row.split(",");
    const kind = (index / 250) % 3;
    if (kind === 0) return cells.slice(0, 5).join(",");
    return row.replaceAll(/\d+\/\d+\/2016/g, kind === 1 ? "32/13/2016" : "1/1/2099");
  });
  return [header, ...spoiled].join("\r");
}

class Import {
  readonly #child: ChildProcess;
  said = "";

  constructor(
    private readonly directory: string,
    file: string,
  ) {
    this.#child = spawn(process.execPath, [COMMAND, file, "--map", mappingFile("incident-log")], {
      env: { PATH: process.env["PATH"], WATCHFLOOR_DATA: directory },
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.#child.stdout?.on("data", (text: Buffer) => (this.said += text.toString()));
  }

  get rows(): number {
    const path = join(this.directory, "imports", "log.csv.gz.progress.json");
    try {
      return (JSON.parse(readFileSync(path, "utf8")) as { count: { rows: number } }).count.rows;
    } catch {
      return 0;
    }
  }

  /** killAfter kills the process, without a word, once it has counted more rows than given. */
  async killAfter(rows: number): Promise<number> {
    while (this.rows <= rows && this.#child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2));
    this.#child.kill("SIGKILL");
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, "exit");
    return this.#child.exitCode === null ? this.rows : Number.NaN;
  }

  async end(): Promise<{ code: number | null; said: string }> {
    if (this.#child.exitCode === null) await once(this.#child, "close");
    return { code: this.#child.exitCode, said: this.said };
  }
}

const report = (directory: string, name: string) =>
  readFileSync(join(directory, "imports", `log.csv.gz.${name}.ndjson`), "utf8");

/** readTables leaves out when a thing was received: an import that is repeated is received again. */
async function readTables(directory: string): Promise<Record<string, unknown>> {
  const clickhouse = openClickHouse({ dataDirectory: directory });
  const tables: Record<string, unknown> = {};
  for (const table of TABLES) {
    const columns = await clickhouse.query<{ name: string }>({
      name: "test",
      sql: `SELECT name FROM system.columns WHERE database = currentDatabase() AND table = '${table}' AND name NOT IN ('version', 'received_at', 'first_seen', 'received', 'workflows')`,
    });
    const row = columns.map(({ name }) => `toString(${name})`).join(", ");
    [tables[table]] = await clickhouse.query({
      name: "test",
      sql: `SELECT count() AS rows, sum(sipHash64(${row})) AS hash FROM ${table} FINAL`,
    });
  }
  await clickhouse.close();
  return tables;
}

if (existsSync(LOG)) {
  describe("an import that is killed again and again", () => {
    let directory: string;
    beforeAll(() => {
      directory = mkdtempSync(join(tmpdir(), "watchfloor-kills-"));
    });
    afterAll(() => rmSync(directory, { recursive: true }));

    it("ends as one that was never interrupted: the same figures, the same rejected and dirty rows, once each; again, nothing changes", async () => {
      const file = join(directory, "log.csv.gz");
      writeFileSync(file, gzipSync(damage(gunzipSync(readFileSync(LOG)).toString())));
      const [killed, whole] = [join(directory, "killed"), join(directory, "whole")];
      const stops: number[] = [];
      for (let kill = 0; kill < KILLS; kill += 1)
        stops.push(await new Import(killed, file).killAfter(stops.at(-1) ?? 0));
      expect(stops).toEqual([...stops].sort((left, right) => left - right));
      expect(stops.every((rows) => rows > 0)).toBe(true);
      const rest = await new Import(killed, file).end();
      const once = await new Import(whole, file).end();
      expect([rest.code, once.code]).toEqual([2, 2]);
      expect(rest.said).toMatch(/Going on after [\d,]+ rows/);
      const counted = /([\d,]+ rows, [\d,]+ events \(.*)\n/;
      expect(counted.exec(rest.said)?.[1]).toBe(counted.exec(once.said)?.[1]);
      expect(report(killed, "rejected").split("\n").length).toBeGreaterThan(40);
      expect(report(killed, "rejected")).toBe(report(whole, "rejected"));
      expect(report(killed, "warnings")).toBe(report(whole, "warnings"));
      const tables = await readTables(whole);
      expect(await readTables(killed)).toEqual(tables);
      const again = await new Import(whole, file).end();
      expect(counted.exec(again.said)?.[1]).toBe(counted.exec(once.said)?.[1]);
      expect(await readTables(whole)).toEqual(tables);
    }, 300_000);
  });
} else {
  process.stderr.write(
    "ATTENTION: ../shared/data is absent: that a killed import goes on exactly is NOT checked here.\n",
  );
  describe("an import that is killed", () => {
    it("is tested with ../shared/data", () => expect(existsSync(LOG)).toBe(false));
  });
}
