import { parseAlertRule } from "@watchfloor/dashboards";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { planSlots } from "./plan-slots.js";

const MINUTE = 60_000;
const T0 = Date.parse("2026-06-01T08:00:00Z");
const build = (more: string) =>
  parseAlertRule(
    `id: r\nkind: threshold\ntitle: R\nsummary: s\nmetric: runs_open\nlevels: [{ severity: info, threshold: 1 }]\n${more}`,
    ALERT_RULE_KNOWLEDGE,
  );
const rule = build("");
const plan = (cursor: number | null, now: number, of = rule) => planSlots("t", of, { cursor }, { now, most: 500 });

describe("planSlots", () => {
  /** The delay of a minute and what the tenant is spread by. */
  const READY = T0 + MINUTE + 10_000;

  it("makes a slot due its delay later, and never before", () => {
    expect(plan(T0 - MINUTE, T0 + MINUTE - 1).slots).toEqual([]);
    expect(plan(T0 - MINUTE, READY).slots).toEqual([T0]);
    expect(plan(T0, READY).slots).toEqual([]);
  });

  it("begins with the newest slot, aligned to the epoch for every rule", () => {
    expect(plan(null, READY).slots).toEqual([T0]);
    expect(plan(null, READY, build("intervalSeconds: 86400\nwindowSeconds: 86400")).slots).toEqual([
      Date.parse("2026-06-01T00:00:00Z"),
    ]);
    expect(plan(null, READY, build("intervalSeconds: 10")).slots[0]).toBeGreaterThanOrEqual(T0);
  });

  it("makes up for what was missed in order, up to two hours", () => {
    const planned = plan(T0 - 11 * MINUTE, READY);
    expect(planned.slots).toEqual(Array.from({ length: 11 }, (_, at) => T0 - (10 - at) * MINUTE));
    expect(plan(T0 - 121 * MINUTE, READY)).toMatchObject({ skipped: 0 });
    expect(plan(T0 - 122 * MINUTE, READY)).toEqual({
      ...{ slots: [T0], skipped: 121, skipTo: T0 - MINUTE, isBehind: false },
    });
  });

  it("makes up 120 slots of a rule whose two hours are fewer", () => {
    const hourly = build("intervalSeconds: 3600\nwindowSeconds: 3600");
    expect(plan(T0 - 121 * 60 * MINUTE, READY, hourly).slots).toHaveLength(121);
  });

  it("says when a turn makes up for a part of what was missed alone", () => {
    const part = (most: number) => planSlots("t", rule, { cursor: T0 - 5 * MINUTE }, { now: READY, most });
    expect([part(4), part(5)].map(({ slots, isBehind }) => [slots.length, isBehind])).toEqual([
      [4, true],
      [5, false],
    ]);
  });

  it("makes nothing due when the clock goes back", () => {
    expect(plan(T0 + 60 * MINUTE, READY).slots).toEqual([]);
  });
});
