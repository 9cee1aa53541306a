import { decideGate } from "./decide-gate.js";
import { decidePromotion, type PromotionFacts } from "./decide-promotion.js";

const now = 1_000;
const facts: PromotionFacts = { startsAtMs: 2_000, planned: 3, live: 1, gates: ["GREEN"] };

describe("a promotion", () => {
  it.each<[string, Partial<PromotionFacts>, string]>([
    ["live everywhere", { live: 3 }, "LIVE"],
    ["live everywhere after a gate was declined", { live: 3, gates: ["RED"] }, "LIVE"],
    ["past its start", { startsAtMs: 999 }, "LATE"],
    ["at its start", { startsAtMs: 1_000 }, "ROLLING_OUT"],
    ["past its start and never published", { startsAtMs: 999, planned: 0, live: 0 }, "LATE"],
    ["declined before its start", { gates: ["GREEN", "RED"] }, "BLOCKED"],
    ["waiting for a late gate", { planned: 0, live: 0, gates: ["LATE"] }, "BLOCKED"],
    ["reaching its targets", {}, "ROLLING_OUT"],
    ["without a start", { startsAtMs: null }, "ROLLING_OUT"],
    ["announced by a gate", { planned: 0, live: 0, gates: ["WAITING"] }, "PLANNED"],
  ])("%s", (_what, change, state) => {
    expect(decidePromotion({ ...facts, ...change }, now)).toBe(state);
  });

  it.each([
    [{ finishedAtMs: 900, outcome: "succeeded", dueAtMs: 800 }, "GREEN"],
    [{ finishedAtMs: 900, outcome: "cancelled", dueAtMs: null }, "RED"],
    [{ finishedAtMs: 1_100, outcome: "succeeded", dueAtMs: 1_000 }, "WAITING"],
    [{ finishedAtMs: null, outcome: "", dueAtMs: 999 }, "LATE"],
    [{ finishedAtMs: null, outcome: "", dueAtMs: null }, "WAITING"],
  ])("has a gate %j that is %s", (gate, state) => {
    expect(decideGate(gate, now)).toBe(state);
  });
});
