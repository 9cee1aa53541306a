import { Dice } from "../dice.js";
import { STORES, TENANTS } from "../open-metrics-world.js";
import type {
  CatalogueFacts,
  DecisionFact,
  ExceptionFact,
  FactPlace,
  MeasureFact,
  RunFact,
} from "./catalogue-facts.js";

const START = Date.parse("2026-03-24T00:00:00Z");
const DAY = 86_400_000;
const SPAN = 10 * DAY;
const HOUR = 3_600_000;

/** drawCatalogueFacts draws the same facts every time, with instants exactly on the edges of the question. */
export function drawCatalogueFacts(edges: readonly number[]): CatalogueFacts {
  const dice = new Dice(23);
  const facts: { [Key in keyof CatalogueFacts]: CatalogueFacts[Key][number][] } = {
    runs: [],
    exceptions: [],
    measures: [],
    decisions: [],
  };
  for (const tenant of TENANTS) {
    for (let number = 0; number < 500; number += 1) facts.runs.push(drawRun(dice, tenant, edges));
    for (let number = 0; number < 40; number += 1) facts.runs.push(...drawChange(dice, tenant, number));
    for (let number = 0; number < 250; number += 1) facts.exceptions.push(drawException(dice, tenant, number, edges));
    for (let number = 0; number < 1_500; number += 1) facts.measures.push(drawMeasure(dice, tenant, number, edges));
    for (let number = 0; number < 400; number += 1) facts.decisions.push(drawDecision(dice, tenant, number, edges));
  }
  return facts;
}

function drawPlace(dice: Dice, tenant: string): FactPlace {
  const place = dice.pick([...STORES, { client: "c1", id: "" }]);
  return {
    ...{ tenant, client: place.client, store: place.id, channel: dice.pick(["pos", "web", ""]) },
    ...{
      partner: dice.pick(["p1", ""]),
      source: dice.pick(["till", "hub", "erp"]),
      money: dice.between(0, 9_000_000) / 100,
    },
    workflow: dice.pick([
      "price-sync",
      "erp-posting",
      "erp-posting.refund",
      "erp-postings",
      "promotion-launch",
      "order",
    ]),
    currency: dice.pick(["EUR", "USD", ""]),
  };
}

/** An instant of the world, now and then exactly at an edge of the question or a millisecond beside it. */
function drawTime(dice: Dice, edges: readonly number[]): number {
  if (dice.chance(0.08)) return dice.pick(edges) + dice.between(-1, 1);
  return START + Math.floor(dice.next() * SPAN);
}

function drawRun(dice: Dice, tenant: string, edges: readonly number[]): RunFact {
  const started = drawTime(dice, edges);
  const due = started + Math.floor(dice.next() * 4 * DAY);
  const isOpen = dice.chance(0.25);
  const outcome = dice.pick([
    "succeeded",
    "succeeded",
    "succeeded",
    "failed",
    "cancelled",
    "dead_lettered",
    "compensated",
  ]);
  return {
    ...drawPlace(dice, tenant),
    kind: dice.pick(["workflow", "workflow", "approval", "task"]),
    ...{ change: "", target: "", started: !isOpen && dice.chance(0.1) ? undefined : started },
    due: dice.chance(0.15) ? undefined : dice.chance(0.1) ? dice.pick(edges) - dice.pick([1, 3, 7]) * DAY : due,
    finished: isOpen
      ? undefined
      : dice.pick([started + Math.floor(dice.next() * 3 * DAY), due, due + 1, started - 5_000]),
    outcome: isOpen ? "" : outcome,
    isSuperseded: !isOpen && outcome === "cancelled" && dice.chance(0.5),
    evidence: dice.chance(0.5) ? "photo" : "",
    isTouched: dice.chance(0.4),
    answers: dice.pick([0, 1, 2]),
  };
}

/** A change with its targets, and perhaps an approval and tasks that name it. */
function drawChange(dice: Dice, tenant: string, number: number): RunFact[] {
  const published = START + Math.floor(dice.next() * SPAN);
  const due = published + dice.between(1, 30) * HOUR;
  const workflow = dice.pick(["promotion-launch", "promotion", "price-sync"]);
  const client = dice.pick(["c1", "c2"]);
  const base = { ...drawPlace(dice, tenant), client, change: `change-${number}`, isTouched: false, answers: 0 };
  const targets = STORES.filter((store) => store.client === client).flatMap((store): RunFact[] => {
    const isOpen = dice.chance(0.15);
    const isCancelled = !isOpen && dice.chance(0.1);
    const applied = dice.pick([due, due + 1, due - dice.between(1, 600_000), due + dice.between(1, 9_000_000)]);
    return [
      {
        ...{ ...base, workflow, store: store.id, channel: "pos", partner: "" },
        ...{ kind: "workflow", target: `store=${store.id}`, started: published, due },
        ...{ finished: isOpen ? undefined : applied, outcome: isOpen ? "" : isCancelled ? "cancelled" : "succeeded" },
        ...{ isSuperseded: isCancelled, evidence: "" },
      },
    ];
  });
  const gates = Array.from({ length: dice.between(0, 3) }, (_, gate): RunFact => {
    const requested = published - dice.between(1, 40) * HOUR;
    const isOpen = dice.chance(0.05);
    return {
      ...{
        ...base,
        workflow: "release",
        store: "",
        channel: "",
        partner: "",
        target: "",
        evidence: "",
        isSuperseded: false,
      },
      ...{ kind: gate === 0 ? "approval" : "task", started: requested, due: published },
      finished: isOpen ? undefined : dice.pick([published - 1_000, due, due + 1, published - HOUR]),
      outcome: isOpen ? "" : dice.chance(0.9) ? "succeeded" : "cancelled",
    };
  });
  return [...targets, ...gates];
}

function drawException(dice: Dice, tenant: string, number: number, edges: readonly number[]): ExceptionFact {
  const raised = dice.chance(0.2) ? START - dice.between(1, 40) * DAY : drawTime(dice, edges);
  return {
    ...drawPlace(dice, tenant),
    id: `x-${tenant}-${number}`,
    cls: dice.pick(["price", "stock", "posting"]),
    errorCode: dice.pick(["E1", "E2", ""]),
    raised,
    resolved: dice.chance(0.3) ? undefined : raised + Math.floor(dice.next() * 3 * DAY),
    compliance: dice.pick([0, 0.5, 1]),
    impact: dice.pick([0, 0.25, 1]),
  };
}

const CHECKED = [
  "price",
  "inventory.position",
  "listing.attribute",
  "tax",
  "refund",
  "settlement",
  "discount",
  "stock.count",
  "sell_through",
  "reconciliation.count",
  "reconciliation.amount",
];
const REPORTED = [
  "stock.on_hand",
  "queue.depth",
  "queue.oldest_age",
  "api.calls",
  "api.errors",
  "api.throttled",
  "api.duration",
  "sales.net",
  "sales.cost",
  "stock.value",
  "handling.minutes",
];

function drawMeasure(dice: Dice, tenant: string, number: number, edges: readonly number[]): MeasureFact {
  const isCheck = dice.chance(0.5);
  const expected = dice.between(100, 20_000) / 100;
  const time = drawTime(dice, edges);
  return {
    ...drawPlace(dice, tenant),
    id: `m-${tenant}-${String(number).padStart(5, "0")}`,
    measure: dice.pick(isCheck ? CHECKED : REPORTED),
    // Reconciliations are of round instants, so that count and amount of one checkpoint meet.
    time: isCheck && dice.chance(0.5) ? Math.floor(time / (6 * HOUR)) * 6 * HOUR : time,
    value: isCheck
      ? expected + dice.pick([0, 0, 0.5, 1, -1, 7.25, -30])
      : dice.pick([0, -2, dice.between(1, 50_000) / 100]),
    unit: dice.pick(["s", "ms"]),
    expected: isCheck ? expected : undefined,
    absolute: dice.chance(0.5) ? undefined : 1,
    quantity: dice.chance(0.5) ? undefined : 3,
    entity: dice.pick(["a1", "a2", ""]),
  };
}

function drawDecision(dice: Dice, tenant: string, number: number, edges: readonly number[]): DecisionFact {
  const made = dice.chance(0.5) ? START - dice.between(1, 30 * 24) * HOUR : drawTime(dice, edges);
  const isLater = made >= START + 5 * DAY;
  const draw = (time: number) => ({
    time,
    action: dice.pick(isLater ? ["refund", "replace", "wait"] : ["refund", "wait", "wait"]),
    confidence: dice.chance(0.1) ? undefined : dice.pick(isLater ? [0.3, 0.55, 1] : [0.55, 0.8, 0.95, 0]),
  });
  const review = (time: number) => ({ time, verdict: dice.pick(["accepted", "accepted", "overridden", "rejected"]) });
  const reviewed = made + Math.floor(dice.next() * 6 * DAY);
  return {
    ...drawPlace(dice, tenant),
    decision: `d-${number}`,
    model: dice.pick(["router", "pricer"]),
    made: [draw(made), ...(dice.chance(0.05) ? [draw(made + 60_000)] : [])],
    reviews: dice.chance(0.4) ? [] : [review(reviewed), ...(dice.chance(0.2) ? [review(reviewed + DAY)] : [])],
  };
}
