import { buildNeeds } from "./build-needs.js";
import { chooseWorst } from "./choose-worst.js";
import type { Need } from "./need.js";
import type { Obligation } from "./obligations-query.js";

const now = new Date("2026-11-21T08:10:00Z");
const group: Obligation = {
  workflow: "price-sync",
  client: "a",
  change: "v14",
  state: "OVERDUE",
  title: "Autumn price change has not reached 41 of 300 stores",
  detail: "price-sync v14",
  runs: 41,
  stores: 41,
  expected: 300,
  oldestDueAt: "2026-11-21T06:00:00Z",
  newestDueAt: "2026-11-21T06:00:00Z",
  money: [{ amount: 48_200, currency: "EUR" }],
  sample: { id: "v14|store=1", client: "a", workflow: "price-sync", store: "1" },
};

describe("buildNeeds", () => {
  it("says how late, since when, and what it costs", () => {
    expect(buildNeeds([group], [], { now, timeZone: "UTC" })[0]).toMatchObject({
      state: "late",
      since: "up to 2 h 10 min late",
      sinceNote: "due 06:00",
      money: "EUR 48.2 k",
      target: { page: "runs", client: "a", workflow: "price-sync", change: "v14" },
    });
  });

  it("leads straight to a single run", () => {
    const [need] = buildNeeds([{ ...group, runs: 1, oldestDueAt: "2026-11-21T08:20:00Z", state: "AT_RISK" }], [], {
      now,
      timeZone: "UTC",
    });
    expect(need).toMatchObject({ state: "risk", since: "due in 10 min", target: { page: "run", run: "v14|store=1" } });
  });
});

describe("chooseWorst", () => {
  const needs = (kind: Need["kind"], count: number): Need[] =>
    Array.from({ length: count }, (_, index) => ({
      key: `${kind} ${index}`,
      kind,
      state: "late",
      title: "",
      detail: "",
      since: "",
      sinceNote: "",
      money: "",
      moneyNote: "",
      target: { page: "stores" },
    }));
  const kinds = (list: readonly Need[]): string => list.map((need) => need.kind.charAt(0)).join("");

  it.each([
    [9, 5, "ooooqq"],
    [9, 0, "oooooo"],
    [1, 9, "oqqqqq"],
    [2, 1, "ooq"],
  ])("%d obligations and %d quiet places give %s", (obligations, quiet, expected) => {
    expect(kinds(chooseWorst([...needs("obligation", obligations), ...needs("quiet", quiet)], 6))).toBe(expected);
  });
});
