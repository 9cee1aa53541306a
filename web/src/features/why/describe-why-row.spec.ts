import { buildNames } from "../../registry/build-names.js";
import { chooseRowUnit, describeWhyRow } from "./describe-why-row.js";
import type { WhyRow } from "./why-query.js";

const names = buildNames({
  clients: [{ id: "northmart", title: "Northmart", timeZone: null, currency: null }],
  regions: [],
  stores: [{ client: "northmart", id: "0117", title: "0117 Lübeck", region: "nw" }],
  channels: [],
  partners: [],
  workflows: [{ client: "northmart", id: "price-sync", title: "Price sync", limitSeconds: null }],
});
const row = (more: Partial<WhyRow>): WhyRow => ({
  ...{ kind: "RUN", id: "r1", at: "2026-11-21T08:00:00Z", contribution: 1, currency: "EUR", client: "northmart" },
  ...{ workflow: "price-sync", run: "r1", source: "hub", store: "0117", channel: null, partner: null },
  ...more,
});

it("a run leads to its page and says where it was", () => {
  expect(describeWhyRow(row({}), names)).toEqual({
    title: "Price sync, r1",
    kind: "run",
    where: "0117 Lübeck",
    run: { client: "northmart", workflow: "price-sync", run: "r1" },
  });
});

it("what is part of no run leads nowhere and says its source and client", () => {
  const refused = row({ kind: "REJECTED_EVENT", id: "e7", workflow: null, run: null, store: null });
  expect(describeWhyRow(refused, names)).toEqual({
    title: "hub, e7",
    kind: "refused event",
    where: "Northmart",
    run: null,
  });
});

it.each([
  ["money", "money", "EUR"],
  ["ratio", "count", null],
  ["count", "count", null],
  ["seconds", "seconds", null],
])("rows of %s are counted in %s, %s: the money of an order is not what it adds to a count", (unit, own, currency) => {
  expect(chooseRowUnit(unit, { currency: "EUR" })).toEqual({ unit: own, currency });
});
