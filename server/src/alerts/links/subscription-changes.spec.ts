import { subscriptionFilter, subscriptionOptions } from "../audience/subscription-terms.js";
import { isPausedAt, SUBSCRIPTION_CHANGES, type SubscriptionTerms } from "./subscription-changes.js";

const NOW = Date.UTC(2026, 3, 10, 12);
const DAY = 86_400_000;
const terms: SubscriptionTerms = {
  filter: subscriptionFilter.parse({ severities: ["critical", "warning"], rules: ["late"] }),
  options: subscriptionOptions.parse({ repeatSeconds: 60 }),
};
const listOn = (of: SubscriptionTerms, at = NOW) =>
  SUBSCRIPTION_CHANGES.filter(({ isOn }) => isOn(of, at)).map(({ id }) => id);
const apply = (id: string, of = terms) => SUBSCRIPTION_CHANGES.find((each) => each.id === id)?.apply(of, NOW) ?? of;

describe("what a reader may change", () => {
  it.each([
    ["critical", ["critical", "resume"]],
    ["warning", ["warning", "resume"]],
    ["any", ["any", "resume"]],
    ["pause-1", ["warning"]],
    ["resume", ["warning", "resume"]],
  ])("%s leads to %j, and keeps all else", (id, on) => {
    const changed = apply(id);
    expect(listOn(changed)).toEqual(on);
    expect([changed.filter.rules, changed.options.repeatSeconds]).toEqual([["late"], 60]);
  });

  it("pauses until just before its end", () => {
    const paused = apply("pause-7");
    expect([isPausedAt(paused, NOW), isPausedAt(paused, NOW + 7 * DAY - 1), isPausedAt(paused, NOW + 7 * DAY)]).toEqual(
      [true, true, false],
    );
  });
});
