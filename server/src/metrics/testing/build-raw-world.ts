import { Dice } from "./dice.js";
import { TENANTS, STORES } from "./open-metrics-world.js";
import type { TestRow } from "./insert-rows.js";

interface RawBase {
  readonly tenant: string;
  readonly client: string;
  readonly store: string;
  readonly channel: string;
  readonly partner: string;
  readonly workflow: string;
  readonly priority: string;
  readonly currency: string;
  readonly money: number;
}
/** RawRun is a run as plain numbers (epoch milliseconds), undefined = absent. */
export interface RawRun extends RawBase {
  readonly kind: "run";
  readonly started: number | undefined;
  readonly due: number | undefined;
  readonly finished: number | undefined;
  readonly outcome: string;
  readonly promise: string;
  readonly attempts: number;
  readonly isTouched: boolean;
  readonly target: string;
}
/** RawException is an exception as plain numbers. */
export interface RawException extends RawBase {
  readonly kind: "exception";
  readonly raised: number;
  readonly resolved: number | undefined;
}
/** RawMeasure is a measure, a check when `expected` is there. */
export interface RawMeasure extends RawBase {
  readonly kind: "measure";
  readonly time: number;
  readonly measure: string;
  readonly value: number;
  readonly expected: number | undefined;
  readonly absolute: number | undefined;
  readonly relative: number | undefined;
}
/** RawRow is any fact of the test world. */
export type RawRow = RawRun | RawException | RawMeasure;
/** RawWorld is the same facts twice: for the engine and for computing without it. */
export interface RawWorld {
  readonly rows: Record<"run" | "exception" | "measure", TestRow[]>;
  readonly stale: readonly TestRow[];
  of(tenant: string): RawRow[];
}

const START = Date.parse("2026-03-24T00:00:00Z");
const DAYS_MS = 10 * 86_400_000;

/** buildRawWorld draws the same facts every time: open, late, cancelled, dead-lettered, without start, without deadline, with dirty times. */
export function buildRawWorld(edge: { from: number; asOf: number }): RawWorld {
  const dice = new Dice(7);
  const facts = TENANTS.flatMap((tenant, position) => [
    ...Array.from({ length: 700 + 100 * position }, () => drawRun(dice, tenant)),
    ...buildEdgeRuns(drawRun(dice, tenant), edge),
    ...Array.from({ length: 200 }, () => drawException(dice, tenant)),
    ...Array.from({ length: 200 }, () => drawMeasure(dice, tenant)),
  ]);
  const rows: RawWorld["rows"] = { run: [], exception: [], measure: [] };
  facts.forEach((fact, position) => rows[fact.kind].push(renderRow(fact, `id-${position}`)));
  // Every third run was stored before, as a version that must not count; a block of its own, else the engine drops it at once.
  const stale = rows.run
    .filter((_, position) => position % 3 === 0)
    .map((row) => ({ ...row, version: 1, outcome: "failed" }));
  return { rows, stale, of: (tenant) => facts.filter((fact) => fact.tenant === tenant) };
}

function drawBase(dice: Dice, tenant: string): RawBase {
  const place = dice.pick([...STORES, { client: "c1", id: "" }, { client: "c2", id: "" }]);
  return {
    tenant,
    client: place.client,
    store: place.id,
    channel: dice.pick(["pos", "web", ""]),
    partner: dice.pick(["p1", ""]),
    workflow: dice.pick(["price-sync", "order", "return"]),
    priority: dice.pick(["high", "low", ""]),
    currency: dice.pick(["EUR", "USD", ""]),
    money: Math.floor(dice.next() * 100_000) / 100,
  };
}

function drawRun(dice: Dice, tenant: string): RawRun {
  const started = START + Math.floor(dice.next() * DAYS_MS);
  const due = started + Math.floor(dice.next() * 86_400_000);
  const finished = dice.pick([
    due,
    due + 1,
    started + Math.floor(dice.next() * 2 * 86_400_000),
    started - 5_000,
    due - 1_000,
  ]);
  const isOpen = dice.chance(0.2);
  return {
    ...drawBase(dice, tenant),
    kind: "run",
    started: !isOpen && dice.chance(0.1) ? undefined : started,
    due: dice.chance(0.15) ? undefined : due,
    finished: isOpen ? undefined : finished,
    outcome: isOpen
      ? ""
      : dice.pick(["succeeded", "succeeded", "succeeded", "failed", "cancelled", "dead_lettered", "compensated"]),
    promise: !isOpen && dice.chance(0.1) ? dice.pick(["kept", "broken"]) : "",
    attempts: dice.pick([1, 1, 2, 3]),
    isTouched: dice.chance(0.3),
    target: dice.chance(0.4) ? "store=s1" : "",
  };
}

/** Runs whose instants are exactly those of the question, where < and <= differ, and a millisecond beside them. */
function buildEdgeRuns(run: RawRun, { from, asOf }: { from: number; asOf: number }): RawRun[] {
  const near = (at: number) => [at - 1, at, at + 1];
  const hour = 3_600_000;
  return [
    ...near(from).map((started) => ({
      ...run,
      started,
      due: started + hour,
      finished: started + hour,
      outcome: "succeeded",
    })),
    ...near(asOf).map((started) => ({ ...run, started, due: started + hour, finished: undefined, outcome: "" })),
    ...near(asOf).flatMap((finished) =>
      ["succeeded", "cancelled"].map((outcome) => ({ ...run, started: from, due: asOf - 1, finished, outcome })),
    ),
    ...near(asOf).map((due) => ({ ...run, started: from, due, finished: undefined, outcome: "", promise: "" })),
    ...near(asOf - 80_000).map((started) => ({
      ...run,
      started,
      due: started + 100_000,
      finished: undefined,
      outcome: "",
    })),
    ...near(asOf).map((finished) => ({
      ...run,
      started: from,
      due: undefined,
      finished,
      outcome: "succeeded",
      promise: "kept",
      target: "store=s1",
    })),
  ];
}

function drawException(dice: Dice, tenant: string): RawException {
  const raised = START + Math.floor(dice.next() * DAYS_MS);
  return {
    ...drawBase(dice, tenant),
    kind: "exception",
    raised,
    resolved: dice.chance(0.5) ? raised + Math.floor(dice.next() * 3 * 86_400_000) : undefined,
  };
}

function drawMeasure(dice: Dice, tenant: string): RawMeasure {
  const isCheck = dice.chance(0.6);
  const measure = isCheck ? "price" : dice.pick(["sales.net", "queue.depth"]);
  const expected = Math.floor(dice.next() * 100) - 20;
  return {
    ...drawBase(dice, tenant),
    kind: "measure",
    currency: measure === "sales.net" ? "EUR" : "",
    time: START + Math.floor(dice.next() * DAYS_MS),
    measure,
    value: isCheck ? expected + dice.pick([0, 5, -5, 0.29, 12]) : Math.floor(dice.next() * 10_000) / 100,
    expected: isCheck ? expected : undefined,
    absolute: dice.chance(0.3) ? 5 : undefined,
    relative: dice.chance(0.3) ? 0.29 : undefined,
  };
}

const at = (ms: number | undefined) => (ms === undefined ? {} : new Date(ms));

function renderRow(fact: RawRow, id: string): TestRow {
  const { tenant, client, store, channel, partner, workflow, priority, currency, money } = fact;
  const common = {
    tenant,
    client,
    store,
    channel,
    partner,
    workflow,
    currency,
    attributes: priority === "" ? {} : { priority },
  };
  if (fact.kind === "exception") {
    return {
      ...common,
      exception: id,
      version: 2,
      day: dayOf(fact.raised),
      money,
      raised_at: new Date(fact.raised),
      ...(fact.resolved === undefined ? {} : { resolved_at: new Date(fact.resolved) }),
    };
  }
  if (fact.kind === "measure") {
    const { measure, time, value, expected, absolute, relative } = fact;
    return {
      ...common,
      id,
      source: "x",
      measure,
      time: new Date(time),
      value,
      expected: expected ?? null,
      tolerance_absolute: absolute ?? null,
      tolerance_relative: relative ?? null,
      quantity: null,
    };
  }
  const { started, due, finished, outcome, promise, attempts, isTouched, target } = fact;
  const times = Object.fromEntries(
    Object.entries({ started_at: started, due_at: due, finished_at: finished }).flatMap(([column, ms]) =>
      ms === undefined ? [] : [[column, at(ms)]],
    ),
  );
  const day = dayOf(started ?? due ?? finished ?? 0);
  return {
    ...common,
    ...times,
    run: id,
    day,
    kind: "workflow",
    version: 2,
    money,
    outcome,
    promise,
    attempts,
    human_touched: isTouched,
    target,
  };
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
