import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Writable } from "node:stream";
import { runReplayCommand } from "./run-replay-command.js";

const DATA = fileURLToPath(new URL("../../../../../shared/data/alert-scenarios/", import.meta.url));
const directory = mkdtempSync(join(tmpdir(), "watchfloor-replay-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const run = async (...argv: string[]) => {
  let text = "";
  const out = new Writable({ write: (chunk: Buffer, _encoding, done) => ((text += chunk.toString()), done()) });
  return { code: await runReplayCommand(argv, out), text };
};

const scenario = {
  kind: "threshold",
  evaluation: { first_t: 0, last_t: 240, interval_s: 60, count: 5 },
  rules: [{ alert: "A", op: ">", threshold: 1, for_s: 60, metric: "m", labels: { severity: "page" } }],
  series: [
    {
      name: "m",
      labels: { store: "s1" },
      samples_rle: [
        [0, 1, 0],
        [60, 3, 2],
        [240, 1, "stale"],
      ],
    },
  ],
  expected: [{ alert: "A", labels: { store: "s1", severity: "page" }, states: "ipffi" }],
};
const write = (content: unknown) => {
  const path = join(directory, "scenario.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
};

describe("alert:replay", () => {
  it("writes the same file with what happened beside what was expected", async () => {
    const out = join(directory, "out.json");
    const path = write(scenario);
    expect(await run(path, "--out", out)).toEqual({ code: 0, text: `${path}: as expected\n` });
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual({ ...scenario, actual: scenario.expected });
  });

  it("says where a file disagrees, and ends with 1 only when asked to check", async () => {
    const out = join(directory, "out.json");
    const path = write({ ...scenario, expected: [{ ...scenario.expected[0], states: "ipfff" }] });
    const words = 'A [["severity","page"],["store","s1"]] is "i" at evaluation 4, expected "f"';
    expect(await run(path, "--out", out)).toEqual({ code: 0, text: `${path}: ${words}\n` });
    expect((await run(path, "--out", out, "--check")).code).toBe(1);
  });

  it.each([
    ["{", /JSON/],
    [{ rules: [{ alert: 1 }] }, /This is no scenario:[\s\S]*rules\[0\]\.alert/],
    [{ ...scenario, rules: [{ alert: "A", expr: "sum(" }] }, /is not understood|aggregates nothing|cut off/],
    [{ config: {}, script: [{ t: 0, do: "explode" }] }, /"explode" at 0 s is not understood/],
  ])("refuses %j in words", async (content, words) => {
    const { code, text } = await run(write(content));
    expect(code).toBe(1);
    expect(text).toMatch(words);
  });
});

if (existsSync(DATA))
  describe("the given scenarios", () => {
    it.each(readdirSync(DATA))("%s comes out as computed by Prometheus, or as specified", async (name) => {
      const { code, text } = await run(join(DATA, name), "--check", "--out", join(directory, name));
      expect(text).toMatch(/as expected/);
      expect(code).toBe(0);
    });
  });
else process.stderr.write("ATTENTION: ../shared/data is absent: the given alert scenarios are NOT replayed.\n");
