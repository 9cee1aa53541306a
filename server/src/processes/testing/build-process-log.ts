import { Dice } from "../../metrics/testing/dice.js";
import type { TestRow } from "../../metrics/testing/insert-rows.js";
import { STORES, TENANTS } from "../../metrics/testing/open-metrics-world.js";

/** LoggedStep is a step as it was sent, in epoch milliseconds. */
export interface LoggedStep {
  readonly id: string;
  readonly step: string;
  readonly begun: number;
  readonly ended: number;
  readonly sequence: number | null;
  readonly hasFailed: boolean;
}

/** LoggedRun is a run with its steps in no order. */
export interface LoggedRun {
  readonly tenant: string;
  readonly client: string;
  readonly store: string;
  readonly channel: string;
  readonly partner: string;
  readonly workflow: string;
  readonly run: string;
  readonly started: number | undefined;
  readonly finished: number | undefined;
  readonly outcome: string;
  readonly priority: string;
  readonly correlation: string;
  /** Its steps came as spans of this trace; '' = they name the run. */
  readonly trace: string;
  readonly steps: readonly LoggedStep[];
}

/** STEPS of the workflow, in the order in which they are declared; `surprise` and `detour` are not. */
export const STEPS = ["receive", "check", "pick", "pack", "ship"] as const;

const DAY = 86_400_000;

/** buildProcessLog draws the same runs for the same seed: in and out of order, repeated, without sequence, with equal starts, as traces, without steps. */
export function buildProcessLog(seed: number, count: number, range: { from: number; to: number }): LoggedRun[] {
  return TENANTS.flatMap((tenant, place) =>
    Array.from({ length: count }, (_, number) => {
      const dice = new Dice(mixSeed(seed, place, number));
      return drawRun(dice, { tenant, seed, number, range });
    }),
  );
}

/** The dice repeat after some 10,000 numbers, which one run is far from needing: each has its own, started far from the others'. */
function mixSeed(...parts: readonly number[]): number {
  return parts.reduce((mixed, part) => Math.imul((mixed ^ part) + 0x9e37_79b9, 0x85eb_ca6b) ^ (mixed >>> 13), 1) >>> 1;
}

function drawRun(
  dice: Dice,
  given: { tenant: string; seed: number; number: number; range: { from: number; to: number } },
): LoggedRun {
  const { tenant, seed, number, range } = given;
  const place = dice.pick([...STORES, { client: "c1", id: "" }]);
  const edge = dice.chance(0.1);
  const finished = edge
    ? dice.pick([range.from - 1, range.from, range.to - 1, range.to])
    : range.from + Math.floor((dice.next() * 1.2 - 0.1) * (range.to - range.from));
  const started = finished - dice.between(0, 2 * DAY);
  const isTraced = dice.chance(0.2);
  return {
    ...{ tenant, client: place.client, store: place.id, channel: dice.pick(["pos", "web", ""]) },
    ...{ partner: dice.pick(["p1", ""]), workflow: dice.pick(["order", "order", "order", "return"]) },
    run: `run-${seed}-${number}`,
    started: dice.chance(0.1) ? undefined : started,
    finished: dice.chance(0.1) ? undefined : finished,
    outcome: dice.pick(["succeeded", "succeeded", "failed", "cancelled", "dead_lettered", "compensated"]),
    priority: dice.pick(["high", "low"]),
    correlation: dice.chance(0.5) ? "" : `order-${Math.floor(number / 3)}`,
    trace: isTraced ? `${seed}${number}`.padStart(32, tenant === "t1" ? "a" : "b") : "",
    steps: drawSteps(dice, started, finished),
  };
}

function drawSteps(dice: Dice, started: number, finished: number): LoggedStep[] {
  const names: string[] = STEPS.filter(() => dice.chance(0.85));
  if (dice.chance(0.25)) names.splice(dice.between(0, names.length), 0, dice.pick(["surprise", "detour", ...STEPS]));
  if (dice.chance(0.2)) names.reverse();
  if (dice.chance(0.1)) names.push(...names.slice(-1));
  if (dice.chance(0.1)) names.length = 0;
  const sequenced = dice.pick(["all", "none", "some"]);
  const isCoarse = dice.chance(0.4);
  return names.map((step, position) => {
    const at = started + Math.floor(((position + dice.next() * 1.4) / (names.length + 1)) * (finished - started));
    const begun = isCoarse ? Math.floor(at / 7_200_000) * 7_200_000 : at;
    const isSequenced = sequenced === "all" || (sequenced === "some" && dice.chance(0.5));
    return {
      ...{ id: `${dice.between(100, 999)}-${position}`, step, begun, ended: begun + dice.between(0, 3_600_000) },
      sequence: isSequenced ? dice.pick([position, position, Math.floor(position / 2)]) : null,
      hasFailed: dice.chance(0.1),
    };
  });
}

/** listLogRows gives a log as rows, insert by insert: shuffled by the seed, some of them stored again, some first with other content. */
export function listLogRows(log: readonly LoggedRun[], seed: number): [table: string, rows: TestRow[]][] {
  const dice = new Dice(seed);
  const rows = log.flatMap(buildRows);
  const again = rows.filter(() => dice.chance(0.15));
  const stale = rows
    .filter(([table]) => table === "step" && dice.chance(0.15))
    .map(([table, row]): Row => [table, { ...row, content_hash: "1", step: "stale", sequence: 99 }]);
  const shuffled = [...stale, ...rows, ...again]
    .map((row) => ({ row, at: dice.next() }))
    .sort((left, right) => left.at - right.at)
    .map(({ row }) => row);
  return ["run", "step", "fold_part", "event"].flatMap((table) => {
    const own = shuffled.filter(([name]) => name === table).map(([, row]) => row);
    const half = Math.floor(own.length / 2);
    return [own.slice(0, half), own.slice(half)]
      .filter((part) => part.length > 0)
      .map((part): [string, TestRow[]] => [table, part]);
  });
}

type Row = [table: string, row: TestRow];

function buildRows(run: LoggedRun): Row[] {
  const { tenant, client, store, channel, partner, workflow, trace, started, finished } = run;
  const day = new Date(started ?? finished ?? 0).toISOString().slice(0, 10);
  const common = { tenant, client, source: "shop" };
  const place = { store, channel, partner };
  const row: TestRow = {
    ...{ ...common, ...place, workflow, run: run.run, kind: "workflow", day, version: 2 },
    ...{ outcome: finished === undefined ? "" : run.outcome, attributes: { priority: run.priority } },
    correlation: run.correlation,
    ...(started === undefined ? {} : { started_at: new Date(started) }),
    ...(finished === undefined ? {} : { finished_at: new Date(finished) }),
  };
  const steps = run.steps.map((step): Row => {
    const named = trace === "" ? { workflow, run: run.run } : { workflow: "", run: trace };
    return [
      "step",
      {
        ...{ ...common, ...named, id: buildStepId(run, step), step: step.step, sequence: step.sequence, attempt: 1 },
        ...{ started_at: new Date(step.begun), finished_at: new Date(step.ended), content_hash: "5" },
        outcome: step.hasFailed ? "failed" : "succeeded",
        // What a step says of its place does not matter: it goes with its run.
        ...{ store: "s2", channel: "web", partner: "" },
      },
    ];
  });
  if (trace === "" || finished === undefined) return [["run", row], ...steps];
  const root = { ...common, id: `${trace}${"0".repeat(16)}`, time: new Date(finished) };
  const part = { ...root, subject: "run", workflow, subject_id: run.run, part: "finished", day, body: "{}" };
  const payload = JSON.stringify({ workflow, run: run.run });
  return [
    ["run", row],
    ...steps,
    ["fold_part", part],
    ["event", { ...root, kind: "run.finished", received_at: new Date(finished), payload }],
  ];
}

/** buildStepId is the id under which a step was sent: within a trace, the trace and a span. */
export function buildStepId(run: LoggedRun, step: LoggedStep): string {
  return run.trace === "" ? `${run.run}-${step.id}` : `${run.trace}${step.id.padStart(16, "0")}`;
}
