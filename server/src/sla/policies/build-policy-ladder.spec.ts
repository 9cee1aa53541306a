import type { SlaPolicyVersion } from "@watchfloor/sql";
import { buildPolicyLadder, choosePolicy } from "./build-policy-ladder.js";
import { ANY_PLACE, type Place } from "./place.js";

const DAY = 86_400_000;
const policy = (id: string, given: Partial<SlaPolicyVersion> = {}): SlaPolicyVersion => ({
  ...ANY_PLACE,
  ...{ id, version: 1, title: id, limitSeconds: 60, target: 0.9, windowDays: 30, calendar: "", pauseReasons: null },
  ...{ tier: "", effectiveFrom: new Date(0), effectiveUntil: null, createdAt: new Date(0), createdBy: "p" },
  ...given,
});
const at = (day: number) => new Date(day * DAY);
const choose = (policies: SlaPolicyVersion[], place: Partial<Place>, day: number) => {
  const chosen = choosePolicy(buildPolicyLadder(policies), { ...ANY_PLACE, ...place }, day * DAY);
  return chosen === undefined ? undefined : `${chosen.id} ${chosen.version}`;
};

describe("choosePolicy", () => {
  const all = [
    policy("tenant"),
    policy("client", { client: "c" }),
    policy("workflow", { workflow: "w" }),
    policy("both", { client: "c", workflow: "w" }),
    policy("channel", { channel: "web" }),
    policy("store", { client: "c", store: "s" }),
    policy("partner", { partner: "p" }),
  ];
  it.each<[Partial<Place>, string]>([
    [{}, "tenant 1"],
    [{ client: "c" }, "client 1"],
    [{ client: "other", workflow: "w" }, "workflow 1"],
    [{ client: "c", workflow: "w" }, "both 1"],
    [{ client: "c", workflow: "w", channel: "web" }, "channel 1"],
    [{ client: "c", workflow: "w", channel: "web", store: "s" }, "store 1"],
    [{ client: "other", store: "s" }, "tenant 1"],
    [{ client: "c", workflow: "w", channel: "web", store: "s", partner: "p" }, "partner 1"],
  ])("gives a run at %j the most specific one", (place, expected) => {
    expect(choose(all, place, 1)).toBe(expected);
  });

  it.each<[string, SlaPolicyVersion[], number, string | undefined]>([
    ["none before the first is in force", [policy("a", { effectiveFrom: at(5) })], 4, undefined],
    ["the first from its instant on", [policy("a", { effectiveFrom: at(5) })], 5, "a 1"],
    ["none from its end on", [policy("a", { effectiveUntil: at(5) })], 5, undefined],
    [
      "the version in force, not the newest",
      [policy("a"), policy("a", { version: 2, effectiveFrom: at(9) })],
      8,
      "a 1",
    ],
    ["the next version from its date on", [policy("a"), policy("a", { version: 2, effectiveFrom: at(9) })], 9, "a 2"],
    [
      "a back-dated version instead of those it replaces",
      [
        policy("a", { effectiveFrom: at(5) }),
        policy("a", { version: 2, effectiveFrom: at(9) }),
        policy("a", { version: 3, effectiveFrom: at(7) }),
      ],
      10,
      "a 3",
    ],
    [
      "none of one that was retired",
      [policy("a"), policy("a", { version: 2, effectiveFrom: at(3), effectiveUntil: at(3) })],
      4,
      undefined,
    ],
    [
      "what it was before it was retired",
      [policy("a"), policy("a", { version: 2, effectiveFrom: at(3), effectiveUntil: at(3) })],
      2,
      "a 1",
    ],
    ["of two for one place the newer", [policy("a"), policy("b", { effectiveFrom: at(2) })], 3, "b 1"],
    ["the older until then", [policy("a"), policy("b", { effectiveFrom: at(2) })], 1, "a 1"],
    ["of two equal ones the first by id", [policy("b"), policy("a")], 1, "a 1"],
    [
      "the wider one once the more specific has ended",
      [policy("a"), policy("b", { client: "c", effectiveUntil: at(2) })],
      2,
      "a 1",
    ],
  ])("gives %s", (_, policies, day, expected) => {
    expect(choose(policies, { client: "c" }, day)).toBe(expected);
  });
});
