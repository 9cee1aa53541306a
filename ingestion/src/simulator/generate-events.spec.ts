import fc from "fast-check";
import { checkEvent } from "../events/check-event.js";
import { generateEvents } from "./generate-events.js";
import { loadSimulation } from "./load-simulation.js";
import type { Detail, SimulatedEvent } from "./scene.js";
import type { Simulation } from "./simulation.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 5, 10, 12);

describe("generateEvents", () => {
  let simulation: Simulation;
  beforeAll(async () => {
    simulation = await loadSimulation(7);
  });

  const tell = (fromMs: number, toMs: number, detail: Detail, from: Simulation = simulation): SimulatedEvent[] => [
    ...generateEvents({ simulation: from, from: new Date(fromMs), to: new Date(toMs), detail }),
  ];

  it("tells the same for the same seed and something else for another", async () => {
    const again = await loadSimulation(7);
    const other = await loadSimulation(8);
    expect(tell(NOON, NOON + HOUR, "recent", again)).toEqual(tell(NOON, NOON + HOUR, "recent"));
    expect(tell(NOON, NOON + HOUR, "recent", other)).not.toEqual(tell(NOON, NOON + HOUR, "recent"));
  });

  it.each<Detail>(["old", "recent", "live"])("gives the whole from windows joined together, %s", (detail) => {
    const lengthMs = detail === "live" ? HOUR / 12 : 25 * HOUR;
    const whole = tell(NOON, NOON + lengthMs, detail);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: lengthMs - 1 }),
        fc.integer({ min: 1, max: lengthMs - 1 }),
        (left, right) => {
          const cuts = [0, Math.min(left, right), Math.max(left, right), lengthMs].map((cut) => NOON + cut);
          const parts = [2, 0, 1].map((part) => ({ part, events: tell(cuts[part] ?? 0, cuts[part + 1] ?? 0, detail) }));
          const joined = parts.sort((one, two) => one.part - two.part).flatMap(({ events }) => events);
          expect(JSON.stringify(joined) === JSON.stringify(whole)).toBe(true);
        },
      ),
      { numRuns: 3, examples: detail === "live" ? [] : [[38_325_430, 39_696_995]] },
    );
  });

  it.each<Detail>(["old", "recent", "live"])(
    "tells only well formed events, in order, each once, never before they happen: %s",
    (detail) => {
      const events = tell(NOON, NOON + (detail === "live" ? HOUR / 6 : DAY), detail);
      const ids = new Set<string>();
      let lastMs = NOON;
      for (const { atMs, event } of events) {
        const checked = checkEvent(event);
        if ("refusal" in checked) throw new Error(`${event.id}: ${JSON.stringify(checked.refusal)}`);
        if (atMs < lastMs || Date.parse(event.time) > atMs) throw new Error(`${event.id} is out of order`);
        ids.add(`${event.client} ${event.source} ${event.id}`);
        lastMs = atMs;
      }
      expect(ids.size).toBe(events.length);
    },
  );

  it("gives an event the same content in every detail", () => {
    const contents = new Map<string, string>();
    for (const detail of ["old", "recent", "live"] as const)
      for (const { event } of tell(NOON, NOON + HOUR / 4, detail)) {
        const key = `${event.client} ${event.source} ${event.id}`;
        const content = JSON.stringify(event);
        if ((contents.get(key) ?? content) !== content) throw new Error(`${key} differs`);
        contents.set(key, content);
      }
    expect(contents.size).toBeGreaterThan(10_000);
  });

  it("uses every kind of event and every workflow", () => {
    const events = tell(NOON - DAY, NOON, "recent").map(({ event }) => event);
    expect([...new Set(events.map(({ kind }) => kind))].sort()).toEqual(
      [
        "change.applied",
        "change.published",
        "check.recorded",
        "exception.raised",
        "exception.resolved",
        "feed.heartbeat",
      ].concat(["measure.recorded", "run.finished", "run.started", "step.finished"]),
    );
    expect(new Set(events.flatMap(({ workflow }) => workflow ?? [])).size).toBe(12);
    expect(new Set(events.flatMap(({ runKind }) => runKind ?? []))).toEqual(new Set(["task", "approval"]));
  });

  it("links the runs of an order by correlation", () => {
    const workflows = new Map<string, Set<string>>();
    for (const { event } of tell(NOON - 6 * DAY, NOON, "old"))
      if (event.kind === "run.finished" && event.correlation !== undefined && event.workflow !== undefined) {
        const known = workflows.get(event.correlation) ?? new Set();
        workflows.set(event.correlation, known.add(event.workflow));
      }
    const full = [...workflows.values()].filter((each) => each.size === 4);
    expect(full.length).toBeGreaterThan(20);
  });

  it("adds up to more than a million runs in 90 days, and to a few per mille that fail", () => {
    const runs = tell(NOON - 2 * DAY, NOON, "old").flatMap(({ event }) =>
      event.kind === "run.finished"
        ? [event.outcome]
        : event.kind === "change.published"
          ? (event.targets ?? []).map(() => "planned")
          : [],
    );
    expect(runs.length * 45).toBeGreaterThan(1_000_000);
    const failed = runs.filter((outcome) => outcome === "failed" || outcome === "dead_lettered").length;
    expect(failed / runs.length).toBeGreaterThan(0.005);
    expect(failed / runs.length).toBeLessThan(0.03);
  });

  it.each([
    ["at night", Date.UTC(2026, 5, 10, 1)],
    ["by day", Date.UTC(2026, 5, 10, 16)],
  ])("moves at 20 to 50 events a second %s", (_when, fromMs) => {
    const perSecond = tell(fromMs, fromMs + 600_000, "live").length / 600;
    expect(perSecond).toBeGreaterThanOrEqual(19);
    expect(perSecond).toBeLessThanOrEqual(50);
  });
});
