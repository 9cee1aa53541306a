import { buildIncidentKey, readIncidentCursor, writeIncidentCursor } from "./incident-order.js";
import type { IncidentRecord } from "./incident-record.js";
import { isWithinPlaceFilter } from "./is-within-place-filter.js";

const row: IncidentRecord = {
  ...{ id: "i1", tenant: "t", ruleId: "money", severity: "warning", status: "open", value: 12.5, threshold: 0 },
  ...{ ruleVersion: 1, fingerprint: "f", labels: {}, client: "", channel: "", store: "", partner: "", title: "x" },
  ...{ firedAt: new Date("2026-06-03T12:00:00.000Z"), resolvedAt: null, resolveReason: null, isMuted: false },
  ...{ owner: null, acknowledgedBy: null, acknowledgedAt: null, acknowledgedUntil: null, parent: null, cause: null },
};

describe("a cursor of incidents", () => {
  it.each([
    ["newest", { by: "newest" }, "2026-06-03T12:00:00.000Z i1"],
    ["worst", { by: "worst", moneyRules: ["money"] }, "12 12.5 2026-06-03T12:00:00.000Z i1"],
    ["worst without money", { by: "worst", moneyRules: [] }, "12 0 2026-06-03T12:00:00.000Z i1"],
  ] as const)("of %s comes back as it was", (_, order, text) => {
    const key = buildIncidentKey(row, order);
    expect(writeIncidentCursor(key)).toBe(text);
    expect(readIncidentCursor(text, order.by)).toEqual(key);
  });

  it.each([
    ["", "newest"],
    ["nonsense", "worst"],
    ["x y 2026-06-03T12:00:00.000Z i1", "worst"],
    ["2026-06-03T12:00:00.000Z i1", "worst"],
    ["1 2 2026-06-03T12:00:00.000Z i1", "newest"],
  ] as const)("is none: %j of %s", (text, by) => {
    expect(readIncidentCursor(text, by)).toBeUndefined();
  });
});

describe("isWithinPlaceFilter", () => {
  const stores = [{ client: "c1", id: "s1", title: "s1", region: "north", brand: "", calendar: "" }];
  const registry = { stores };
  const place = { client: "c1", store: "s1", channel: "", partner: "", labels: { workflow: "w" } };
  it.each([
    [{}, true],
    [{ clients: ["c1"], stores: ["s1"], regions: ["north"], workflows: ["w"] }, true],
    [{ stores: ["c1/s1"] }, true],
    [{ clients: ["c2"] }, false],
    [{ stores: ["c2/s1"] }, false],
    [{ regions: ["south"] }, false],
    [{ channels: ["web"] }, false],
    [{ partners: [] }, false],
    [{ workflows: ["other"] }, false],
    [{ sources: ["erp"] }, false],
    [{ clients: null, stores: null }, true],
  ])("within %j: %s", (filter, expected) => {
    expect(isWithinPlaceFilter(place, filter, registry)).toBe(expected);
  });

  it("is not of a store where it is of the whole client", () => {
    expect(isWithinPlaceFilter({ ...place, store: "" }, { stores: ["s1"] }, registry)).toBe(false);
    expect(isWithinPlaceFilter({ ...place, store: "" }, { regions: ["north"] }, registry)).toBe(false);
  });
});
