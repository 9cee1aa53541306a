import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadAlertRules } from "./load-alert-rules.js";
import { parseAlertRule } from "./parse-alert-rule.js";

const DIMENSIONS = ["client", "store", "channel", "partner", "workflow", "source", "change"];
const knowledge = {
  findMetric: (id: string) =>
    id === "nothing"
      ? undefined
      : { dimensions: DIMENSIONS, isRatio: id.endsWith("_rate") || id.endsWith("attainment") },
};
const level = "levels: [{ severity: warning, threshold: 5 }]";
const RULE = `id: a
kind: threshold
title: A
summary: it is {{value}}
metric: failure_rate
groupBy: [client]
${level}
`;
const fault = (change: (text: string) => string): string => {
  try {
    parseAlertRule(change(RULE), knowledge);
    return "";
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
};
const replaceLevel = (text: string) => (rule: string) => rule.replace(level, text);
const add = (text: string) => (rule: string) => `${rule}${text}\n`;

describe("a rule", () => {
  it("is read with its defaults", () => {
    expect(parseAlertRule(RULE, knowledge)).toMatchObject({
      ...{ op: ">", windowSeconds: 300, intervalSeconds: 60, delaySeconds: 60, noData: "keep", isEnabled: true },
    });
  });

  it.each([
    [
      "a metric that is none",
      (text: string) => text.replace("failure_rate", "nothing"),
      /rule:5.*no metric "nothing"/s,
    ],
    ["a dimension that is not offered", (text: string) => text.replace("[client]", "[brand]"), /rule:6.*"brand"/s],
    ["an interval that divides no day", add("intervalSeconds: 70"), /rule:8.*must divide a day/s],
    ["an interval below 10 s", add("intervalSeconds: 5"), /rule:8/],
    ["a window below the interval", add("windowSeconds: 30"), /rule:8.*at least the interval/s],
    ["a value in a label", add('labels: { size: "{{value}}" }'), /rule:8.*identity of an instance/s],
    ["a label that is a dimension", add("labels: { client: x }"), /is a label already/],
    [
      "an unknown word in the summary",
      (text: string) => text.replace("{{value}}", "{{store}}"),
      /"\{\{store\}\}" is no value/,
    ],
    [
      "a recovery on the wrong side",
      replaceLevel("levels: [{ severity: info, threshold: 5, recoveryThreshold: 6 }]"),
      /or below/,
    ],
    [
      "a recovery of an equality",
      replaceLevel('op: "=="\nlevels: [{ severity: info, threshold: 5, recoveryThreshold: 5 }]'),
      /has none/,
    ],
    [
      "a severity twice",
      replaceLevel("levels: [{ severity: info, threshold: 5 }, { severity: info, threshold: 6 }]"),
      /twice/,
    ],
    ["an unknown field", add("color: red"), /rule:\d+.*color/s],
  ])("is refused with its line for %s", (_name, change, expected) => {
    expect(fault(change)).toMatch(expected);
  });

  it.each([
    ["recovery at the threshold", replaceLevel("levels: [{ severity: info, threshold: 5, recoveryThreshold: 5 }]")],
    ["a window of one interval", add("windowSeconds: 60")],
    ["an interval of a day", (text: string) => `${text}intervalSeconds: 86400\nwindowSeconds: 86400\n`],
    ["an interval of 10 s", add("intervalSeconds: 10")],
  ])("is taken with %s", (_name, change) => {
    expect(fault(change)).toBe("");
  });

  it("of an objective of 100 % is refused: it has no budget", () => {
    const burn = (objective: number) => () =>
      `id: a\nkind: burn\ntitle: A\nsummary: s\nmetric: failure_rate\nobjective: ${objective}\n`;
    expect(fault(burn(1))).toMatch(/no error budget/);
    expect(fault(burn(0.99999))).toBe("");
    expect(fault(() => burn(0.9)().replace("failure_rate", "runs_open"))).toMatch(/no budget of it can burn/);
  });

  it("of obligations names a currency of money alone", () => {
    const of = (more: string) => fault(() => `id: a\nkind: obligations\ntitle: A\nsummary: s\n${more}\n${level}\n`);
    expect(of("state: at_risk\nby: money")).toBe("");
    expect(of("state: overdue\nby: money\ncurrency: EUR")).toBe("");
    expect(of("state: overdue\nby: money\ncurrency: euro")).toMatch(/three letters/);
    expect(of("state: overdue\nby: count\ncurrency: EUR")).toMatch(/has no currency/);
  });

  it("that is compared with itself is refused", () => {
    expect(fault((text) => `${text.replace("threshold\n", "change\n")}againstSeconds: 299\n`)).toMatch(/with itself/);
    expect(fault((text) => `${text.replace("threshold\n", "change\n")}againstSeconds: 300\n`)).toBe("");
  });
});

describe("loadAlertRules", () => {
  it("reads the rules of retail, of every kind, each with something to do", async () => {
    const rules = await loadAlertRules(knowledge);
    expect(rules.length).toBeGreaterThanOrEqual(25);
    const kinds = ["anomaly", "burn", "change", "freshness", "no_data", "obligations", "readiness", "threshold"];
    expect([...new Set(rules.map(({ kind }) => kind))].sort()).toEqual(kinds);
    for (const { description, runbook } of rules) expect([description === "", runbook === ""]).toEqual([false, false]);
  });

  it("adds those of a directory, and refuses an id that is there twice", async () => {
    const own = mkdtempSync(join(tmpdir(), "watchfloor-rules-"));
    const text = (id: string) =>
      `title: Own\nrules:\n  - { id: ${id}, kind: threshold, title: A, summary: s, metric: m, ${level} }\n`;
    writeFileSync(join(own, "own.rules.yaml"), text("own-rule"));
    expect((await loadAlertRules(knowledge, own)).at(-1)?.id).toBe("own-rule");
    writeFileSync(join(own, "own.rules.yaml"), text("orders-drop"));
    await expect(loadAlertRules(knowledge, own)).rejects.toThrow(/own\.rules\.yaml:1.*retail\.rules\.yaml/s);
    rmSync(own, { recursive: true });
  });
});
