import { appendFile, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ImportCount } from "../import-count.js";
import type { RejectedRow } from "../import-report.js";
import { ImportFiles } from "./import-files.js";

describe("ImportFiles", () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), "files-"));
    await writeFile(join(directory, "x.csv"), "a\n1\n");
    await utimes(join(directory, "x.csv"), 1, 1);
  });
  afterEach(() => rm(directory, { recursive: true }));

  const open = (more: { identity?: string; isDryRun?: boolean } = {}) =>
    ImportFiles.open({
      directory,
      source: join(directory, "x.csv"),
      identity: "i",
      isDryRun: false,
      onProgress: () => undefined,
      ...more,
    });
  const row = (line: number): RejectedRow => ({
    line,
    reason: "mapping_failed",
    field: "a",
    detail: "d",
    kept: { row: { a: "1" } },
    next: undefined,
  });
  const count = (rows: number) => Object.assign(new ImportCount(), { rows, events: rows, accepted: rows });
  const lines = async (path: string) =>
    (await readFile(path, "utf8").catch(() => ""))
      .split("\n")
      .filter((text) => text !== "")
      .map((text) => (JSON.parse(text) as { line: number }).line);

  it("goes on where the last progress was: later reports are cut off and come again, none is lost or doubled", async () => {
    const first = await open();
    expect(first.earlier).toBeUndefined();
    first.reject(row(3));
    first.reject(row(2));
    first.warn({ line: 2, reason: "w", content: "c" });
    await first.progress(count(2));
    // Killed while the reports of the next batch were written, before its progress was.
    await appendFile(first.rejectedPath, `${JSON.stringify({ line: 4 })}\n{"line": 5, "re`);
    const second = await open();
    expect(second.earlier).toEqual(count(2).snapshot());
    expect(await lines(second.rejectedPath)).toEqual([2, 3]);
    second.reject(row(4));
    await second.progress(count(4));
    await second.complete();
    expect(await lines(second.rejectedPath)).toEqual([2, 3, 4]);
    expect(await lines(second.warningsPath)).toEqual([2]);
  });

  it("begins anew after a complete import, with another identity, or when the file has changed", async () => {
    const first = await open();
    first.reject(row(2));
    await first.progress(count(2));
    for (const change of ["identity", "file", "complete"]) {
      const before = await open();
      before.reject(row(7));
      await before.progress(count(7));
      if (change === "file") await appendFile(join(directory, "x.csv"), "2\n");
      if (change === "complete") await before.complete();
      const again = await open(change === "identity" ? { identity: "other" } : {});
      expect(again.earlier).toBeUndefined();
      expect(await lines(again.rejectedPath)).toEqual([]);
    }
  });

  it("leaves an interrupted import alone in a dry run", async () => {
    const first = await open();
    first.reject(row(2));
    await first.progress(count(2));
    const dry = await open({ isDryRun: true });
    expect(dry.earlier).toBeUndefined();
    dry.reject(row(9));
    await dry.progress(count(9));
    await dry.complete();
    expect(await lines(dry.rejectedPath)).toEqual([9]);
    expect((await open()).earlier?.rows).toBe(2);
    expect(await lines(first.rejectedPath)).toEqual([2]);
  });

  it("begins anew when what it kept cannot be read", async () => {
    await writeFile(join(directory, "x.csv.progress.json"), '{"fingerprint":');
    expect((await open()).earlier).toBeUndefined();
  });

  it("keeps rejected rows whole, with the row that follows in its group", async () => {
    const files = await open();
    const long = "x".repeat(10_000);
    files.reject({ ...row(2), kept: { row: { a: long } }, next: { row: { a: "n" } } });
    files.reject({ ...row(3), kept: { columns: ["a"], cells: [] } });
    await files.progress(count(2));
    const kept = (await readFile(files.rejectedPath, "utf8"))
      .trim()
      .split("\n")
      .map((text) => JSON.parse(text) as unknown);
    expect(kept).toMatchObject([
      { row: { a: long }, next: { a: "n" } },
      { columns: ["a"], cells: [] },
    ]);
  });
});
