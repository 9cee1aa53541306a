import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choosePromisedRows, type RowPart } from "../metrics/compiler/choose-promised-rows.js";
import { openColumnWords } from "../metrics/compiler/open-column-words.js";
import { SqlParameters } from "../metrics/compiler/sql-parameters.js";
import { Dice } from "../metrics/testing/dice.js";
import { insertRows } from "../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../metrics/testing/open-metrics-world.js";
import { buildScope } from "../scope/scope.js";
import { buildWorkingIntervals, rememberOpenings } from "./clocks/build-working-intervals.js";
import { storeWorkingIntervals } from "./clocks/store-working-intervals.js";
import { WorkingClock } from "./clocks/working-clock.js";
import { decidePromise } from "./promises/decide-promise.js";
import type { PromiseRules } from "./promises/promise-rules.js";
import { drawSlaRun, renderSlaRun, seedSlaWorld, SLA_NOW, type SlaRun } from "./testing/build-sla-world.js";

const HOUR_MS = 3_600_000;
const FAR_MS = Date.parse("2200-01-01T00:00:00Z");
const RANGE = { from: new Date("2018-06-01T00:00:00Z"), to: new Date("2027-12-01T00:00:00Z") };
const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });

describe("promises on the embedded engine", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-sla-"));
  let world: MetricsWorld;
  let rules: PromiseRules;
  const runs: SlaRun[] = [];

  beforeAll(async () => {
    world = await openMetricsWorld(directory, SLA_NOW);
    await seedSlaWorld(world.postgres, "t1");
    const dice = new Dice(11);
    for (let number = 0; number < 3_000; number += 1) runs.push(drawSlaRun(dice, "t1", `r-${number}`));
    await insertRows(world.clickhouse, "run", runs.map(renderSlaRun));
    await storeWorkingIntervals({ ...world, isKeeper: true }, SLA_NOW);
    const found = await world.registry.findPromiseRules(admin);
    if (found === undefined) throw new Error("no rules");
    rules = found;
  }, 120_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it("gives the same policy, deadline, risk and clock in SQL and in TypeScript, over nights of clock changes", async () => {
    const params = new SqlParameters();
    params.add("tenant", "String", "t1");
    params.addInstant("as_of", SLA_NOW);
    const words = openColumnWords("run", rules, params);
    const text = "run, sla_policy_id AS policy, sla_due_ms AS due, sla_risk_ms AS risk, sla_clock_ms AS clock";
    const rows = await world.clickhouse.query<{
      run: string;
      policy: string;
      due: number;
      risk: number;
      clock: number;
    }>({
      name: "test.promises",
      sql: `SELECT ${text} ${words.renderFrom("run FINAL", ["tenant = {tenant:String}"], text).join("\n")}`,
      params: params.values,
    });
    expect(rows).toHaveLength(runs.length);
    const book = await world.registry.findSlaBook("t1");
    const openings = rememberOpenings(book.calendars, RANGE);
    const clocks = new Map(
      rules.plan.clocks.map((clock) => [
        clock.code,
        new WorkingClock(buildWorkingIntervals(clock, openings, RANGE) ?? []),
      ]),
    );
    const found = new Map(rows.map((row) => [row.run, row]));
    const policies = new Set<string>();
    for (const run of runs) {
      const row = found.get(run.id);
      const promise = decidePromise(rules, run, (code) => clocks.get(code) ?? new WorkingClock([]));
      policies.add(promise?.policy.id ?? "");
      const until = Math.min(run.finishedMs ?? Infinity, SLA_NOW.getTime());
      expect({ run, policy: row?.policy, due: row?.due, risk: row?.risk, clock: row?.clock }).toEqual({
        run,
        policy: promise?.policy.id,
        due: Math.min(promise?.dueMs ?? 0, FAR_MS),
        risk: Math.min(promise?.riskMs ?? 0, FAR_MS) - 1,
        clock: promise?.clockAt(until),
      });
    }
    expect([...policies].sort()).toEqual(["all", "howe", "order", "partner", "paused", "stores", "web"]);
  });

  it("finds every run whose instants lie in a range, once, among few", async () => {
    const asked = ["deadline_at", "decided_at", "sla_due_at"] as const;
    const instants = asked.map((at) => `toUnixTimestamp64Milli(${at}) AS ${at}_ms`).join(", ");
    const ended = "toUnixTimestamp64Milli(finished_at) AS ended_ms";
    const all = await select(`run, ${ended}, ${instants}`, "run FINAL");
    const dice = new Dice(12);
    let read = 0;
    for (let turn = 0; turn < 20; turn += 1) {
      const at = dice.pick(asked);
      const pieces = drawPieces(dice, Number(dice.pick(all)[`${at}_ms`]));
      const params = new SqlParameters();
      const rows = choosePromisedRows(rules, { at, pieces }, params);
      const narrowed = (await select("run, sla_due_ms", rows ?? "run FINAL", params)).map(({ run }) => run);
      const isMeant = (row: Record<string, number | string>) =>
        pieces.some(({ from, to }) => Number(row[`${at}_ms`]) >= from && Number(row[`${at}_ms`]) < to) &&
        (at !== "sla_due_at" || Number(row["ended_ms"]) > Number(row["sla_due_at_ms"]));
      const missing = all.filter((row) => isMeant(row) && !narrowed.includes(row["run"] ?? ""));
      expect({ at, pieces, missing }).toEqual({ at, pieces, missing: [] });
      expect(new Set(narrowed).size).toBe(narrowed.length);
      read += narrowed.length;
    }
    expect(read).toBeLessThan((20 * all.length) / 2);
  });

  /** The runs of parts with some of their words. */
  async function select(
    columns: string,
    rows: string | readonly RowPart[],
    params = new SqlParameters(),
  ): Promise<Record<string, number | string>[]> {
    params.add("tenant", "String", "t1");
    params.addInstant("as_of", SLA_NOW);
    const words = openColumnWords("run", rules, params);
    const entries = words.choose(columns);
    const from = words.renderFrom(rows, ["tenant = {tenant:String}"], columns).join("\n");
    const sql = `${entries.length === 0 ? "" : `WITH ${entries.join(", ")} `}SELECT ${columns} ${from}`;
    return world.clickhouse.query({ name: "test.narrowed", sql, params: params.values });
  }
});

/** One to three ranges, apart from each other; the first around an instant. */
function drawPieces(dice: Dice, atMs: number): { from: number; to: number }[] {
  let from = Math.min(atMs, SLA_NOW.getTime()) - Math.floor(dice.next() * 5 * HOUR_MS);
  return Array.from({ length: dice.pick([1, 1, 3]) }, () => {
    const piece = { from, to: from + 1 + Math.floor(dice.next() * 30 * HOUR_MS) };
    from = piece.to + Math.floor(dice.next() * 2_000 * HOUR_MS);
    return piece;
  });
}
