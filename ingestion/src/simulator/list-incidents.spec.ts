import { generateEvents } from "./generate-events.js";
import { listIncidents } from "./list-incidents.js";
import { loadSimulation } from "./load-simulation.js";
import type { EventDocument } from "../events/event-document.js";
import type { Simulation } from "./simulation.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 5, 10, 0);

describe("listIncidents", () => {
  let simulation: Simulation;
  beforeAll(async () => {
    simulation = await loadSimulation(7);
  });

  const active = (atMs: number) => listIncidents(simulation, { from: new Date(atMs), to: new Date(atMs + 1) });
  const tell = (fromMs: number, toMs: number): EventDocument[] =>
    [...generateEvents({ simulation, from: new Date(fromMs), to: new Date(toMs), detail: "recent" })].map(
      ({ event }) => event,
    );
  const findIncident = (kind: string) => {
    const found = listIncidents(simulation, { from: new Date(START), to: new Date(START + 2 * DAY) }).find(
      (each) => each.kind === kind && each.fromMs >= START,
    );
    if (found === undefined) throw new Error(`no ${kind}`);
    return found;
  };

  it("has a region without its price and a store dark for hours at every instant", () => {
    for (let atMs = START; atMs < START + 20 * DAY; atMs += HOUR / 2) {
      const kinds = active(atMs);
      expect(kinds.some(({ kind, fromMs }) => kind === "region-without-price" && atMs - fromMs >= HOUR)).toBe(true);
      expect(kinds.some(({ kind, fromMs }) => kind === "store-dark" && atMs - fromMs >= 3 * HOUR)).toBe(true);
    }
  });

  it("keeps a region without its price until the repair, with money at stake", () => {
    const incident = findIncident("region-without-price");
    const client = simulation.clients.find(({ id }) => id === incident.client);
    const stores = client?.stores.filter(({ region }) => region === incident.region).map(({ id }) => id) ?? [];
    const events = tell(incident.fromMs, incident.toMs);
    const published = events.find((event) => event.kind === "change.published" && event.change?.endsWith("-week"));
    const applied = new Set(
      events.flatMap((event) =>
        event.kind === "change.applied" && event.change === published?.change ? [event.target?.store] : [],
      ),
    );
    expect(published?.money?.amount).toBeGreaterThan(0);
    expect(stores.filter((store) => applied.has(store))).toEqual([]);
    expect(applied.size).toBeGreaterThan((client?.stores.length ?? 0) - stores.length - 3);
    expect(
      tell(incident.toMs, incident.toMs + HOUR).some(
        (event) => event.change === published?.change && stores.includes(event.store ?? ""),
      ),
    ).toBe(true);
  });

  it("hears nothing of a dark store and everything before and after", () => {
    const { store, fromMs, toMs } = findIncident("store-dark");
    const heard = (from: number, to: number) => tell(from, to).filter((event) => event.store === store).length;
    expect([heard(fromMs, toMs), heard(fromMs - 3 * HOUR, fromMs) > 0, heard(toMs, toMs + 3 * HOUR) > 0]).toEqual([
      0,
      true,
      true,
    ]);
  });

  it("lets no order into the ERP during an outage", () => {
    const { client, fromMs, toMs } = findIncident("erp-outage");
    const ends = tell(fromMs, toMs).filter(
      (event) => event.client === client && event.workflow === "order-to-erp" && event.kind === "run.finished",
    );
    expect(ends.filter(({ time }) => Date.parse(time) >= fromMs).map(({ outcome }) => outcome)).not.toContain(
      "succeeded",
    );
    expect(ends.some(({ error }) => error?.class === "erp_unavailable")).toBe(true);
  });

  it("sees conflicting prices at the partner", () => {
    const { client, partner, fromMs, toMs } = findIncident("partner-price-conflict");
    const checks = tell(fromMs, toMs).filter(
      (event) => event.measure === "price" && event.client === client && event.partner === partner,
    );
    const differing = checks.filter(({ value, expected }) => value !== expected).length;
    expect(differing / checks.length).toBeGreaterThan(0.3);
  });

  it("posts nothing in a backlog and works it off afterwards", () => {
    const { client, fromMs, toMs } = findIncident("posting-backlog");
    const posted = (from: number, to: number) =>
      tell(from, to).filter(
        (event) =>
          event.client === client &&
          event.workflow === "erp-posting" &&
          event.kind === "run.finished" &&
          Date.parse(event.time) >= from,
      ).length;
    expect(posted(fromMs, toMs)).toBe(0);
    expect(posted(toMs, toMs + 2 * HOUR)).toBeGreaterThan(20);
  });
});
