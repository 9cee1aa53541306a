import { decideRuleHealth, type WatchedRule } from "./decide-rule-health.js";

const MINUTE = 60_000;
const rule = (id: string, failingSince: number | null): WatchedRule => ({
  ...{ id, title: id, owner: "", message: "no answer" },
  ...{ trouble: failingSince === null ? null : "error", failingSince },
});
const full = (id: string): WatchedRule => ({ ...rule(id, null), trouble: "limit" });
const decide = (before: string[], rules: WatchedRule[], now = 10 * MINUTE) => {
  const { told, fresh, isEverything, isOver } = decideRuleHealth(before, rules, now);
  return [told, fresh.map(({ id }) => id), isEverything, isOver];
};

it.each([
  ["nothing fails", [], [rule("a", null), rule("b", null)], [[], [], false, false]],
  ["not for five minutes yet", [], [rule("a", 5 * MINUTE + 1), rule("b", null)], [[], [], false, false]],
  ["for five minutes", [], [rule("a", 5 * MINUTE), rule("b", null)], [["a"], ["a"], false, false]],
  ["told before", ["a"], [rule("a", 0), rule("b", null)], [["a"], [], false, false]],
  ["another one", ["a"], [rule("a", 0), rule("b", 0), rule("c", null)], [["a", "b"], ["b"], false, false]],
  ["all of them", [], [rule("a", 0), rule("b", 0)], [["a", "b"], ["a", "b"], true, false]],
  ["one is well again, the other not", ["a", "b"], [rule("a", null), rule("b", 0)], [["b"], [], false, false]],
  ["over", ["a"], [rule("a", null), rule("b", null)], [[], [], false, true]],
  ["beyond its limit, at once", [], [full("a"), rule("b", null)], [["a"], ["a"], false, false]],
  ["told to be beyond its limit", ["a"], [full("a"), rule("b", null)], [["a"], [], false, false]],
  ["all of them beyond their limits", [], [full("a"), full("b")], [["a", "b"], ["a", "b"], false, false]],
  ["the only rule there is", [], [rule("a", 0)], [["a"], ["a"], false, false]],
] as [string, string[], WatchedRule[], unknown[]][])("%s", (_, before, rules, expected) =>
  expect(decide(before, rules)).toEqual(expected),
);
