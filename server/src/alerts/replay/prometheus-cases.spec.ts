import { readFileSync } from "node:fs";
import { compareCase } from "./testing/compare-with-prometheus.js";
import { compareReal, compareReplayed, type PlayedScript } from "./testing/compare-with-alertmanager.js";
import type { DrawnScenario } from "./testing/draw-scenario.js";

/** What `npm run prove -- prometheus COUNT DIRECTORY` kept: small files with what Prometheus 2.42 and Alertmanager 0.25 said. */
function readLines<T>(name: string): T[] {
  const text = readFileSync(new URL(`testing/${name}`, import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}

const cases = readLines<{ scenario: DrawnScenario; states: Record<string, string> }>("prometheus-cases.ndjson");
const scripts = readLines<PlayedScript>("alertmanager-scripts.ndjson");

describe("replays", () => {
  it("have cases of every kind to be compared with", () => {
    expect(new Set(cases.map(({ scenario }) => scenario.file.kind)).size).toBe(9);
    expect(scripts.length).toBeGreaterThanOrEqual(40);
  });

  it.each(cases.map((one) => [`${one.scenario.file.id} (${one.scenario.file.kind})`, one] as const))(
    "%s agree with Prometheus, by the query and by the fields",
    (_, { scenario, states }) => expect(compareCase(scenario, new Map(Object.entries(states)))).toEqual([]),
  );

  it.each(scripts.map((one) => [one.script.id, one] as const))(
    "%s tell what Alertmanager told, but for what is other on purpose",
    (_, { script, told }) => {
      expect(compareReal(script, told)).toEqual([]);
      expect(compareReplayed(script)).toEqual([]);
    },
  );
});
