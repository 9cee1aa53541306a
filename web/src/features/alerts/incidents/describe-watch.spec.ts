import { describeWatch } from "./describe-watch.js";
import { renderStanding } from "./render-standing.js";

const now = new Date("2026-11-22T08:00:00Z");
const rule = { title: "A", health: "OK" as const, isPaused: false, evaluatedAt: "2026-11-22T07:58:00Z", lagSeconds: 0 };

describe("describeWatch", () => {
  it.each([
    ["all in time", [rule, rule], true, "2 rules watch what you see, evaluated within the last 3 min.", []],
    [
      "one paused",
      [rule, { ...rule, health: "PAUSED" as const }],
      true,
      "1 rule watches what you see, evaluated within the last 3 min.",
      [],
    ],
    [
      "one late",
      [rule, { ...rule, lagSeconds: 620 }],
      false,
      "2 rules watch what you see, evaluated within the last 3 min.",
      ["1 rule is evaluated late, by up to 10 min."],
    ],
    [
      "one that fails",
      [{ ...rule, health: "ERROR" as const, evaluatedAt: "2026-11-22T07:40:30Z" }],
      false,
      "1 rule watches what you see, evaluated 19 min ago.",
      ["1 rule could not be evaluated: A."],
    ],
    [
      "one never evaluated",
      [{ ...rule, health: "WAITING" as const, evaluatedAt: null, lagSeconds: null }],
      false,
      "1 rule watches what you see, not evaluated yet.",
      ["1 rule was never evaluated yet."],
    ],
    ["none", [], false, "", []],
  ])("%s", (_, rules, isTrusted, words, faults) => {
    expect(describeWatch(rules, now)).toEqual({
      watching: rules.filter(({ health }) => health !== "PAUSED").length,
      ...{ isTrusted, words, faults },
    });
  });
});

describe("renderStanding", () => {
  const none = { critical: 0, warning: 0, info: 0, acknowledged: 0 };
  it.each([
    [{ ...none, critical: 2, warning: 1, acknowledged: 3 }, true, "2 critical, 1 warning to be taken"],
    [{ ...none, info: 4 }, true, "4 for information to be taken"],
    [{ ...none, acknowledged: 1 }, true, "1 incident fires and is acknowledged"],
    [none, true, "Nothing fires"],
    [none, false, "No incident is known"],
  ])("says %j", (standing, isTrusted, words) => {
    expect(renderStanding(standing, isTrusted)).toBe(words);
  });
});
