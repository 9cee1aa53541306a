import {
  EMPTY_INPUT,
  type DerivedFigure,
  type DerivedGiven,
  type DerivedGroup,
  type FigurePart,
  type InputGroup,
} from "../derived-formula.js";
import type { FlowTerm, MetricDefinition } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";

const DIMENSIONS: readonly Dimension[] = [
  "CLIENT",
  "BRAND",
  "REGION",
  "STORE",
  "CHANNEL",
  "PARTNER",
  "SOURCE",
  "WORKFLOW",
];
const MANUAL_INPUTS = ["handling_minutes", "human_touched_runs"] as const;
const touched: FlowTerm = { form: "flow", source: "run", at: "finished_at", sql: "countIf(human_touched)" };

interface Range {
  readonly low: number;
  readonly high: number;
}

/** What was measured; else touched runs x what was agreed that one takes. */
function computeManual(
  inputs: readonly InputGroup[],
  given: DerivedGiven,
  client: string,
): Range | "NO_ROWS" | "NOT_STATED" {
  const sum = (id: string) => inputs.reduce((total, input) => total + (input.read(id).value ?? 0), 0);
  const measured = sum("handling_minutes");
  if (measured > 0) return { low: measured, high: measured };
  const runs = sum("human_touched_runs");
  if (inputs.length === 0) return "NO_ROWS";
  if (runs === 0) return { low: 0, high: 0 };
  const agreed = given.assumptions.find("minutes_per_touched_run", client);
  return agreed === undefined ? "NOT_STATED" : { low: runs * agreed.low, high: runs * agreed.high };
}

function computeManualMinutes(groups: readonly DerivedGroup[], given: DerivedGiven): DerivedFigure[] {
  return groups.map((group) => {
    const clients = [...new Set(group.inputs.map((input) => input.find("CLIENT")))];
    const ranges = clients.map((client) =>
      computeManual(
        group.inputs.filter((input) => input.find("CLIENT") === client),
        given,
        client,
      ),
    );
    const reason = ranges.find((range) => typeof range === "string") ?? (ranges.length === 0 ? "NO_ROWS" : undefined);
    if (reason !== undefined) return { ...EMPTY_INPUT, nullReason: reason as "NO_ROWS" | "NOT_STATED" };
    return estimate(addRanges(ranges.filter((range) => typeof range !== "string")));
  });
}

const addRanges = (ranges: readonly Range[]): Range => ({
  low: ranges.reduce((sum, { low }) => sum + low, 0),
  high: ranges.reduce((sum, { high }) => sum + high, 0),
});

function estimate({ low, high }: Range): DerivedFigure {
  const value = (low + high) / 2;
  const interval = low === high ? {} : { intervalLow: low, intervalHigh: high };
  return { value, numerator: null, denominator: null, nullReason: null, ...interval };
}

const subtract = (a: Range, b: Range): Range => ({ low: a.low - b.high, high: a.high - b.low });
function multiply(a: Range, b: Range): Range {
  const products = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: Math.min(...products), high: Math.max(...products) };
}
const exactly = (value: number): Range => ({ low: value, high: value });

interface ClientValue {
  readonly currency: string;
  readonly gains: Readonly<Record<Gain, Range | undefined>>;
  readonly cost: Range;
}
type Gain = (typeof TITLES)[number][0];
type Sum = (id: string, read?: "value" | "numerator" | "denominator") => number;
type Find = (name: string) => (Range & { readonly currency: string }) | undefined;

/** What a client gained, each part where everything it needs was stated; undefined when its cost or every gain is not. */
function computeClientValue(
  inputs: readonly InputGroup[],
  given: DerivedGiven,
  client: string,
): ClientValue | undefined {
  const find: Find = (name) => given.assumptions.find(name, client);
  const cost = find("value_service_cost");
  if (cost === undefined) return undefined;
  // Money of other currencies is not mixed in.
  const ofCurrency = inputs.filter((input) => ["", cost.currency].includes(input.find("CURRENCY")));
  const sum: Sum = (id, read = "value") => ofCurrency.reduce((total, input) => total + (input.read(id)[read] ?? 0), 0);
  const manual = computeManual(inputs, given, client);
  const inCurrency: Find = (name) => {
    const stated = find(name);
    return stated?.currency === cost.currency ? stated : undefined;
  };
  const gains = {
    minutes: computeHandlingSaved(typeof manual === "string" ? undefined : manual, sum, inCurrency, find),
    leakage: computeLeakageAvoided(sum, find),
    stockout: computeStockoutAvoided(sum, inCurrency, find),
  };
  if (Object.values(gains).every((gain) => gain === undefined)) return undefined;
  return { currency: cost.currency, gains, cost: multiply(cost, exactly(-given.days)) };
}

function computeHandlingSaved(manual: Range | undefined, sum: Sum, inCurrency: Find, find: Find): Range | undefined {
  const [minutes, hourly] = [find("value_baseline_minutes"), inCurrency("value_hourly_rate")];
  if (minutes === undefined || hourly === undefined || manual === undefined) return undefined;
  const before = multiply(minutes, exactly(sum("runs_finished")));
  return multiply(multiply(subtract(before, manual), exactly(1 / 60)), hourly);
}

function computeLeakageAvoided(sum: Sum, find: Find): Range | undefined {
  const before = find("value_baseline_leakage");
  return before && subtract(multiply(before, exactly(sum("net_sales"))), exactly(sum("leakage_money")));
}

function computeStockoutAvoided(sum: Sum, inCurrency: Find, find: Find): Range | undefined {
  const [before, loss] = [find("value_baseline_stockout"), inCurrency("value_stockout_loss")];
  if (before === undefined || loss === undefined) return undefined;
  const hours = multiply(before, exactly(sum("stockout_rate", "denominator")));
  return multiply(subtract(hours, exactly(sum("stockout_rate", "numerator"))), loss);
}

const TITLES = [
  ["minutes", "Handling saved"],
  ["leakage", "Leakage avoided"],
  ["stockout", "Stock-out loss avoided"],
] as const;

function computeValue(groups: readonly DerivedGroup[], given: DerivedGiven): DerivedFigure[] {
  return groups.map((group) => {
    const clients = [...new Set(group.inputs.map((input) => input.find("CLIENT")))];
    const values = clients.map((client) =>
      computeClientValue(
        group.inputs.filter((input) => input.find("CLIENT") === client),
        given,
        client,
      ),
    );
    const stated = values.filter((value) => value !== undefined);
    // Half of the clients, or money of two currencies, would be no value of the group.
    if (stated.length === 0 || stated.length < values.length || new Set(stated.map((each) => each.currency)).size > 1)
      return { ...EMPTY_INPUT, nullReason: clients.length === 0 ? "NO_ROWS" : "NOT_STATED" };
    return addValues(stated);
  });
}

function addValues(stated: readonly ClientValue[]): DerivedFigure {
  const known = (ranges: readonly (Range | undefined)[]) => ranges.filter((range) => range !== undefined);
  const part = (id: string, title: string, ranges: readonly Range[]): FigurePart => ({
    ...{ id, title, value: ranges.length === 0 ? null : estimate(addRanges(ranges)).value, weight: null },
  });
  const costs = stated.map(({ cost }) => cost);
  const gains = TITLES.map(([id, title]) => ({ id, title, ranges: known(stated.map((each) => each.gains[id])) }));
  return {
    ...estimate(addRanges([...gains.flatMap(({ ranges }) => ranges), ...costs])),
    currency: stated[0]?.currency ?? "",
    parts: [
      ...gains.map(({ id, title, ranges }) => part(id, title, ranges)),
      part("cost", "Cost of the service", costs),
    ],
  };
}

/** VALUE_METRICS: what it is worth. Nothing is invented: without stated assumptions there is no value. */
export const VALUE_METRICS: readonly MetricDefinition[] = [
  {
    id: "human_touched_runs",
    title: "Touched runs",
    meaning: "How many finished runs a person had to touch.",
    unit: "count",
    formulaWords: "Number of runs that ended in the range and were touched by a person.",
    moment: "FINISHED",
    better: "LOWER",
    dimensions: DIMENSIONS,
    decimals: 0,
    formula: { form: "sum", of: [touched] },
  },
  {
    id: "manual_minutes",
    title: "Manual minutes",
    meaning: "Minutes that people spent.",
    unit: "minutes",
    formulaWords:
      "Measured `handling.minutes` of a client in the range; where nothing was measured, human-touched runs x the minutes that were agreed for one, null until they are stated.",
    moment: "FINISHED",
    better: "LOWER",
    dimensions: DIMENSIONS,
    decimals: 0,
    formula: { form: "derived", inputs: MANUAL_INPUTS, over: ["CLIENT"], compute: computeManualMinutes },
  },
  {
    id: "value_delivered",
    title: "Value delivered",
    meaning: "What the service was worth, as a range, by stated assumptions.",
    unit: "money",
    formulaWords:
      "(Baseline minutes x runs finished - manual minutes) x hourly rate + baseline leakage x net sales - leakage + (baseline stock-out rate - stock-out rate) x observed hours x loss an hour - cost of the service, of each client by its stated assumptions; the value is the middle of the range. Null until the cost and a baseline are stated.",
    moment: "FINISHED",
    better: "HIGHER",
    dimensions: ["CLIENT"],
    decimals: 0,
    formula: {
      form: "derived",
      inputs: [...MANUAL_INPUTS, "runs_finished", "net_sales", "leakage_money", "stockout_rate"],
      over: ["CLIENT"],
      compute: computeValue,
    },
  },
];
