import type { IncidentTransition } from "./incident-query.js";
import { listEvidence } from "./list-evidence.js";
import { readRuleFacts } from "./read-rule-facts.js";

const list = (unit: string, evidence: object, definition: object = {}, value: number | null = 0.1) => {
  const transition: IncidentTransition = {
    ...{ id: "t", kind: "fired", fromState: "pending", state: "firing", reason: null, slotAt: "2026-11-22T07:00:00Z" },
    ...{ value, threshold: 0.05, evidence: JSON.stringify(evidence) },
  };
  const facts = readRuleFacts({ definition: JSON.stringify(definition) });
  const context = { unit, currency: null, metricUnit: "count", facts, timeZone: "Europe/Berlin" };
  return Object.fromEntries(listEvidence(transition, context).map(({ name, text }) => [name, text]));
};

describe("listEvidence", () => {
  it("says the value, the limit, the window and the counts of a threshold", () => {
    const definition = { op: ">", windowSeconds: 900, forSeconds: 300 };
    expect(list("ratio", { numerator: 12, denominator: 120 }, definition)).toEqual({
      ...{ Value: "10.0 %", Limit: "> 5.0 %", Over: "the 15 min before" },
      ...{ "Had to last": "5 min", Counted: "12 of 120" },
    });
  });

  it("says what a change was compared with", () => {
    const evidence = { now: 120, before: 340, numerator: 120, denominator: null };
    expect(list("ratio", evidence, { op: "<", againstSeconds: 604_800 }, -0.65)).toMatchObject({
      ...{ Value: "-65.0 %", Now: "120", "Compared with": "340, 7 d earlier" },
    });
  });

  it("says which feed is quiet, and how often it should speak", () => {
    const feed = { source: "pos", store: "0001", channel: "", partner: "" };
    const evidence = { feed, cadenceSeconds: 60, isNeverHeard: false, feeds: 140, quietFeeds: 3 };
    expect(list("seconds", evidence, {}, 660)).toMatchObject({
      ...{ "Quietest feed": "pos, 0001", "Its rhythm": "every 1 min", "Too quiet": "3 of 140 feeds" },
    });
    expect(list("seconds", { ...evidence, isNeverHeard: true, feeds: 1 })).toMatchObject({
      Heard: "never, or not for weeks",
    });
  });

  it("says how fast a budget burns, by both windows", () => {
    const evidence = { tier: "PAGE_SLOW", factor: 6, long: { bad: 4, total: 37 }, short: { bad: 1, total: 9 } };
    expect(list("ratio", evidence)).toMatchObject({
      ...{ "Fires from": "6 times what the objective allows", "Long window": "4 missed of 37 (10.8 %)" },
      "Short window": "1 missed of 9 (11.1 %)",
    });
  });

  it("says what was unusual, what was expected, and which gates are open", () => {
    const anomaly = {
      anomaly: "a",
      text: "orders 3 against 40-60",
      value: 3,
      expectedLow: 2.19525,
      expectedHigh: 39.2609,
    };
    expect(list("score", anomaly, {}, 8)).toMatchObject({ Value: "score 8", Expected: "2.2 to 39.3", Was: "3" });
    const launch = {
      title: "Week offers",
      action: "Call",
      gates: ["Prices", "Stock"],
      startsAt: "2026-11-22T08:00:00Z",
    };
    expect(list("gates", launch, {}, 2)).toMatchObject({
      ...{ Value: "2 gates open", "Gates not green": "Prices, Stock", "What to do": "Call", Launch: "Week offers" },
    });
  });

  it("says that it was late, and survives what it cannot read", () => {
    expect(list("count", { isCatchUp: true })["Evaluated"]).toMatch(/later than its time/);
    expect(list("count", { long: 3, tier: 4, gates: "x" }, { filter: "all" }, null)).toEqual({
      ...{ Value: "no value", Limit: "0.1" },
    });
  });
});
