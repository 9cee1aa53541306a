import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DrawnScenario, DrawnSeries } from "./draw-scenario.js";

/** PromtoolStates are the states of every instance that was ever pending or fired ("alert labels"), or why Prometheus could not tell. */
export type PromtoolStates = ReadonlyMap<string, string> | string;

/** askPromtool has Prometheus's own rule tester evaluate scenarios; undefined where it is not installed. */
export function askPromtool(scenarios: readonly DrawnScenario[]): PromtoolStates[] | undefined {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-promtool-"));
  try {
    const paths = scenarios.map((scenario, place) => writeTest(directory, `${place}`, scenario));
    const log = openSync(join(directory, "log"), "w");
    const { error } = spawnSync("promtool", ["test", "rules", ...paths], { stdio: ["ignore", log, log] });
    closeSync(log);
    if (error !== undefined) return undefined;
    // What passes says SUCCESS; every file begins with a line that names it. Output and errors are one stream, in order.
    const told = readFileSync(join(directory, "log"), "utf8");
    return scenarios.map((scenario, place) => readAnswer(told, paths[place] ?? "", scenario));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function writeTest(directory: string, name: string, { file, oracles }: DrawnScenario): string {
  const rules = file.rules.map((rule, place) => ({
    ...{ alert: rule["alert"], expr: oracles[place], labels: rule["labels"] },
    for: `${String(rule["for_s"])}s`,
    keep_firing_for: `${String(rule["keep_firing_for_s"])}s`,
  }));
  writeFileSync(join(directory, `${name}.rules.json`), JSON.stringify({ groups: [{ name: "g", rules }] }));
  const { interval_s: interval, count } = file.evaluation;
  const test = {
    rule_files: [`${name}.rules.json`],
    evaluation_interval: `${interval}s`,
    tests: [
      {
        interval: `${file.sample_interval_s}s`,
        input_series: file.series.map((series) => ({ series: renderName(series), values: renderValues(series, file) })),
        promql_expr_test: Array.from({ length: count }, (_, place) => ({
          ...{ expr: "ALERTS", eval_time: `${place * interval}s`, exp_samples: [] },
        })),
      },
    ],
  };
  const path = join(directory, `${name}.test.json`);
  writeFileSync(path, JSON.stringify(test));
  return path;
}

function renderName({ name, labels }: DrawnSeries): string {
  return `${name}{${Object.entries(labels)
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(",")}}`;
}

function renderValues({ samples }: DrawnSeries, file: DrawnScenario["file"]): string {
  const told = new Map(samples.map(([t, value]) => [t, String(value)]));
  const last = samples.at(-1)?.[0] ?? 0;
  return Array.from(
    { length: last / file.sample_interval_s + 1 },
    (_, place) => told.get(place * file.sample_interval_s) ?? "_",
  ).join(" ");
}

const ANSWER = /expr: "ALERTS", time: ([^,]+),\s*exp: nil\s*got: (.*)/g;
const ELEMENT = /\{((?:[^"}]|"(?:[^"\\]|\\.)*")*)\} 1E\+00/g;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

function readAnswer(told: string, path: string, { file }: DrawnScenario): PromtoolStates {
  const [, rest = ""] = told.split(`Unit Testing:  ${path}\n`);
  const [own = ""] = rest.split("Unit Testing: ");
  const { interval_s: interval, count } = file.evaluation;
  const found = new Map<string, string[]>();
  let answers = 0;
  for (const [, time = "", got = ""] of own.matchAll(ANSWER)) {
    answers += 1;
    for (const [, text = ""] of got.matchAll(ELEMENT)) {
      const labels = [...text.matchAll(LABEL)].map(([, name, value]): [string, string] => [
        name ?? "",
        String(JSON.parse(`"${value ?? ""}"`)),
      ]);
      const { alertname, alertstate, __name__: _, ...others } = Object.fromEntries(labels);
      const key = `${alertname ?? ""} ${JSON.stringify(Object.entries(others).sort())}`;
      const states = found.get(key) ?? Array.from({ length: count }, () => "i");
      states[readDuration(time) / interval] = alertstate === "firing" ? "f" : "p";
      found.set(key, states);
    }
  }
  if (answers === 0 && !own.includes("SUCCESS")) return own.trim() === "" ? "no answer" : own.trim();
  return new Map([...found].map(([key, states]) => [key, states.join("")]));
}

const UNITS: Readonly<Record<string, number>> = { d: 86_400, h: 3_600, m: 60, s: 1, ms: 0.001 };

function readDuration(text: string): number {
  return [...text.matchAll(/(\d+)(ms|[dhms])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ""] ?? 0),
    0,
  );
}
