import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { Noise } from "../detector/testing/noise.js";
import { runScoreCommand } from "./run-score-command.js";

const SPIKE = 1_500;

describe("anomaly:score", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-score-"));
  const noise = new Noise(1);
  const timeOf = (row: number) =>
    new Date(Date.UTC(2026, 0, 5) + row * 300_000).toISOString().slice(0, 19).replace("T", " ");
  const values = Array.from({ length: 2_000 }, (_, row) => (row === SPIKE ? 200 : 100 + 5 * noise.next()));
  const run = async (...argv: string[]) => {
    let text = "";
    const out = new Writable({ write: (chunk: Buffer, _encoding, done) => ((text += chunk.toString()), done()) });
    const code = await runScoreCommand(argv, { out, readTimer: () => 0 });
    return { code, lines: text.trimEnd().split("\n") };
  };

  beforeAll(() => {
    mkdirSync(join(directory, "real"));
    const rows = values.map((value, row) => `${timeOf(row)},${row === 700 ? "" : row === 701 ? "n/a" : value}`);
    writeFileSync(join(directory, "real", "a.csv"), `timestamp,value\n${rows.join("\n")}\n`);
    writeFileSync(join(directory, "empty.csv"), "timestamp,value\n");
    const windows = { "real/a.csv": [[timeOf(SPIKE - 20), timeOf(SPIKE + 20)]] };
    writeFileSync(join(directory, "windows.json"), JSON.stringify(windows));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it("prints a score a row, the highest where the series is strange, and none where a value is missing", async () => {
    const { code, lines } = await run(directory);
    expect(code).toBe(0);
    const first = lines.indexOf("# real/a.csv");
    expect(lines[first + 1]).toBe("timestamp,value,score,label");
    const rows = lines.slice(first + 2, first + 2 + values.length).map((line) => line.split(","));
    const scores = rows.map((row) => Number(row[2]));
    expect(scores.indexOf(Math.max(...scores))).toBe(SPIKE);
    expect(rows[700]).toEqual([timeOf(700), "", "0.0000", "0"]);
    expect(rows[701]?.slice(1, 3)).toEqual(["", "0.0000"]);
    expect(rows[SPIKE]?.[3]).toBe("1");
    expect(lines).toContain("2 files, 2000 points, 0.0 us a point");
  });

  it("writes files with the same rows, and compares with the reference detectors", async () => {
    const out = join(directory, "scores");
    const { lines } = await run(directory, "--out", out);
    expect(lines.join("\n")).toMatch(
      /tail +NAB +\d+\.\d .*windows 1 of 1[\s\S]*ratio[\s\S]*windowed-gaussian[\s\S]*holt-winters-ratio/,
    );
    const written = readFileSync(join(out, "real", "a.csv"), "utf8")
      .trimEnd()
      .split("\n");
    expect(written).toHaveLength(values.length + 1);
    expect(written[1]).toMatch(/^2026-01-05 00:00:00,[\d.]+,0\.0000,0$/);
    rmSync(out, { recursive: true });
  });

  it("says what is wrong with a directory or a row", async () => {
    expect((await run(join(directory, "nothing"))).code).toBe(1);
    const broken = mkdtempSync(join(tmpdir(), "watchfloor-score-"));
    writeFileSync(join(broken, "b.csv"), "timestamp,value\nyesterday,1\n");
    expect(await run(broken)).toEqual({
      code: 1,
      lines: ['b.csv, row 2: "yesterday" is no time. Write 2014-02-14 14:30:00 or RFC 3339.'],
    });
    rmSync(broken, { recursive: true });
  });
});
