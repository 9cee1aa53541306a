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
    [
      "samples out of order, and one told again",
      {
        series: [
          {
            name: "m",
            labels: { store: "s1" },
            samples: [
              [180, 2],
              [60, 9],
              [0, "0"],
              [60, 2],
              [120, "2.0"],
              [240, null],
            ],
          },
        ],
      },
    ],
    [
      "numbers, durations and words as text",
      { rules: [{ ...scenario.rules[0], op: ">", threshold: "1", for_s: "1m" }] },
    ],
    [
      "names of fields as Prometheus has them",
      { rules: [{ alert: "A", expr: "m > 1", for: "60s", labels: { severity: "page" } }] },
    ],
    ["a query and fields", { rules: [{ ...scenario.rules[0], expr: "m > 1", remark: "more" }], unknown: true }],
    ["no length: up to the last sample", { evaluation: { interval_s: "60s" } }],
    [
      "labels from a template",
      { rules: [{ ...scenario.rules[0], labels: { severity: "{{ if gt $value 1.0 }}page{{ end }}" } }] },
    ],
    ["an empty label, which is none", { rules: [{ ...scenario.rules[0], labels: { severity: "page", more: "" } }] }],
    ["a series without samples", { series: [...scenario.series, { name: "m", labels: { store: "s2" }, samples: [] }] }],
    ["a function it does not know, beside fields", { rules: [{ ...scenario.rules[0], expr: "tide(m) > 1" }] }],
  ])("reads %s", async (_, change) => {
    const out = join(directory, "out.json");
    expect(await run(write({ ...scenario, ...change }), "--check", "--out", out)).toMatchObject({ code: 0 });
  });

  it("reads the bare words that other languages write into JSON", async () => {
    const text = JSON.stringify(scenario)
      .replace('"threshold":1', '"threshold":-Infinity')
      .replace("[0,1,0]", "[0,1,NaN]");
    expect((await run(write(text), "--check", "--out", join(directory, "out.json"))).code).toBe(0);
  });

  it("goes by the query where the fields say something else, and says so", async () => {
    const out = join(directory, "out.json");
    const { text } = await run(
      write({ ...scenario, rules: [{ ...scenario.rules[0], threshold: 7, expr: "m > 1" }] }),
      "--out",
      out,
    );
    expect(text).toMatch(
      /note: rules\[0\] \(A\): its fields and its query disagree about .* from evaluation 1 on; the query holds/,
    );
    expect(text).toMatch(/as expected/);
  });

  it("tells alerts of one name apart by their labels", async () => {
    const rule = (severity: string, threshold: number) => ({
      alert: "A",
      expr: `m > ${threshold}`,
      labels: { severity },
    });
    const out = join(directory, "out.json");
    await run(
      write({ ...scenario, rules: [rule("warning", 1), rule("critical", 1.5)], expected: undefined }),
      "--out",
      out,
    );
    expect(JSON.parse(readFileSync(out, "utf8")).actual).toEqual([
      { alert: "A", labels: { store: "s1", severity: "warning" }, states: "ifffi" },
      { alert: "A", labels: { store: "s1", severity: "critical" }, states: "ifffi" },
    ]);
  });

  it.each([
    ["{", /JSON/],
    [{ rules: [{ op: ">" }] }, /This is no scenario:[\s\S]*rules\[0\]\.alert/],
    [
      { ...scenario, kind: "tides", rules: [{ alert: "A" }] },
      /rules\[0\] \(A, kind "tides"\) has no expr.*no op and threshold/,
    ],
    [{ ...scenario, rules: [{ alert: "A", expr: "sum(" }] }, /rules\[0\].*expr.*is not understood.*at its end/],
    [{ ...scenario, rules: [{ alert: "A", expr: "tide(m)" }] }, /rules\[0\].*tide\(\) is not understood/],
    [{ ...scenario, rules: [{ alert: "A", for_s: "soon", expr: "m" }] }, /no duration[\s\S]*for_s/],
    [{ ...scenario, series: [{ name: "m", samples: [[0, "high"]] }] }, /no number[\s\S]*samples\[0\]/],
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
