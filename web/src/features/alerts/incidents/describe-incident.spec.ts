import type { IncidentRowFragment } from "../../../graphql/operations.js";
import type { Names } from "../../../registry/build-names.js";
import {
  buildPersonNames,
  chooseIncidentShape,
  describeEnd,
  describeHolder,
  listPlaces,
  listSubjects,
  renderAge,
  renderIncidentTitle,
} from "./describe-incident.js";

const names: Names = {
  client: (id) => ({ halden: "Halden" })[id] ?? id,
  store: (_, id) => ({ "5": "Leeds" })[id] ?? id,
  region: (_, id) => id,
  channel: (_, id) => ({ web: "Web shop" })[id] ?? id,
  partner: (_, id) => id,
  workflow: (_, id) => ({ "price-sync": "Price sync" })[id] ?? id,
  limitSeconds: () => null,
};
const now = new Date("2026-11-22T08:00:00Z");
const incident: IncidentRowFragment = {
  ...{ id: "i", rule: "r", ruleTitle: "Rule", title: "x", unit: "count", severity: "CRITICAL", status: "OPEN" },
  ...{ labels: [], client: null, channel: null, store: null, partner: null, value: 1, threshold: 0 },
  ...{ firedAt: "2026-11-22T07:00:00Z", resolvedAt: null, resolveReason: null, isMuted: false, owner: null },
  ...{ acknowledgedBy: null, acknowledgedUntil: null, parent: null, cause: null, childCount: 0 },
  unresolvedChildCount: 0,
};
const labelled = (labels: Record<string, string>) => Object.entries(labels).map(([name, value]) => ({ name, value }));

describe("renderIncidentTitle", () => {
  it.each([
    ["Orders of halden fail", { client: "halden" }, "Orders of Halden fail"],
    [
      "Store 5 of halden: 5 % in 5 min, 0.5 of it",
      { client: "halden", store: "5" },
      "Store Leeds of Halden: 5 % in Leeds min, 0.5 of it",
    ],
    ["website and web of halden", { client: "halden", channel: "web" }, "website and Web shop of Halden"],
    ["halden-pos of halden", { client: "halden" }, "halden-pos of Halden"],
    ["events_received is strange", { metric: "events_received" }, "Events received is strange"],
    ["price-sync is late", { client: "halden", workflow: "price-sync" }, "Price sync is late"],
  ])("writes %s", (title, labels, expected) => {
    const client = "client" in labels ? labels.client : null;
    expect(renderIncidentTitle({ ...incident, title, client, labels: labelled(labels) }, names)).toBe(expected);
  });
});

describe("an incident in words", () => {
  it("names its places, the smallest first, and what it is about", () => {
    expect(listPlaces({ client: "halden", store: "5", channel: "web", partner: null }, names)).toEqual([
      ...["Leeds", "Web shop", "Halden"],
    ]);
    const labels = labelled({ client: "halden", source: "erp", workflow: "price-sync" });
    expect(listSubjects({ labels, client: "halden" }, names)).toEqual(["Price sync", "erp"]);
  });

  it.each([
    ["OPEN", null, "late"],
    ["ACKNOWLEDGED", null, "late"],
    ["RESOLVED", "cleared", "ok"],
    ["RESOLVED", "no_data", "none"],
  ] as const)("has the shape of %s, %s", (status, resolveReason, shape) => {
    expect(chooseIncidentShape({ ...incident, status, resolveReason })).toBe(shape);
  });

  it("never calls an end recovered that nobody saw", () => {
    expect(describeEnd({ resolveReason: "no_data", isMuted: false })).toMatch(/state unknown/);
    expect(describeEnd({ resolveReason: "manual", isMuted: true })).toMatch(/while it fires still/);
  });

  it("says who has it", () => {
    const of = { nameOf: buildPersonNames([{ id: "a", name: "Ada" }]), timeZone: "Europe/Berlin", now };
    const acknowledged = { ...incident, status: "ACKNOWLEDGED" as const, acknowledgedBy: "a" };
    expect(describeHolder(incident, of)).toEqual({ who: "", note: "" });
    expect(describeHolder({ ...incident, owner: "gone" }, of)).toEqual({ who: "somebody who left", note: "owner" });
    expect(describeHolder({ ...acknowledged, owner: "a" }, of)).toEqual({ who: "Ada", note: "acknowledged" });
    const until = { ...acknowledged, owner: "b", acknowledgedUntil: "2026-11-22T11:00:00Z" };
    expect(describeHolder(until, of).note).toMatch(/^acknowledged by Ada until /);
  });

  it("says how long it lasts, or lasted", () => {
    expect(renderAge(incident, now)).toBe("1 h");
    expect(renderAge({ ...incident, resolvedAt: "2026-11-22T07:12:34Z" }, now)).toBe("12 min");
    expect(renderAge({ ...incident, firedAt: now.toISOString() }, now)).toBe("under 1 min");
  });
});
