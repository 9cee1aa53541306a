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

/** What a client gained, each part where everything it needs was stated; undefined when its cost or every gain is not. */
function computeClientValue(inputs: readonly InputGroup[], given: DerivedGiven, client: string) {
  const find = (name: string) => given.assumptions.find(name, client);
  const cost = find("value_service_cost");
  if (cost === undefined) return undefined;
  const sum = (id: string, read: "value" | "numerator" | "denominator" = "value") =>
    inputs
      .filter((input) => ["", cost.currency].includes(input.find("CURRENCY")))
      .reduce((total, input) => total + (input.read(id)[read] ?? 0), 0);
  const hourly = find("value_hourly_rate");
  const [minutes, leakage, stockout, loss] = [
    find("value_baseline_minutes"),
    find("value_baseline_leakage"),
    find("value_baseline_stockout"),
    find("value_stockout_loss"),
  ];
  const manual = computeManual(inputs, given, client);
  const isStatedIn = (...stated: readonly ({ currency: string } | undefined)[]) =>
    stated.every((each) => each?.currency === cost.currency);
  const gains: Record<string, Range | undefined> = {
    minutes:
      minutes && hourly && isStatedIn(hourly) && typeof manual !== "string"
        ? multiply(
            subtract(multiply(minutes, exactly(sum("runs_finished") / 60)), multiply(manual, exactly(1 / 60))),
            hourly,
          )
        : undefined,
    leakage: leakage && subtract(multiply(leakage, exactly(sum("net_sales"))), exactly(sum("leakage_money"))),
    stockout:
      stockout && loss && isStatedIn(loss)
        ? multiply(
            subtract(
              multiply(stockout, exactly(sum("stockout_rate", "denominator"))),
              exactly(sum("stockout_rate", "numerator")),
            ),
            loss,
          )
        : undefined,
  };
  if (Object.values(gains).every((gain) => gain === undefined)) return undefined;
  return { currency: cost.currency, gains, cost: multiply(cost, exactly(-given.days)) };
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
    const currencies = new Set(stated.map(({ currency }) => currency));
    // Half of the clients, or money of two currencies, would be no value of the group.
    if (stated.length === 0 || stated.length < values.length || currencies.size !== 1)
      return { ...EMPTY_INPUT, nullReason: clients.length === 0 ? "NO_ROWS" : "NOT_STATED" };
    const part = (id: string, title: string, ranges: readonly (Range | undefined)[]): FigurePart => {
      const known = ranges.filter((range) => range !== undefined);
      return { id, title, value: known.length === 0 ? null : (estimate(addRanges(known)).value ?? null), weight: null };
    };
    const all = stated
      .flatMap(({ gains, cost }) => [...Object.values(gains), cost])
      .filter((range) => range !== undefined);
    return {
      ...estimate(addRanges(all)),
      currency: [...currencies][0] ?? "",
      parts: [
        ...TITLES.map(([id, title]) =>
          part(
            id,
            title,
            stated.map(({ gains }) => gains[id]),
          ),
        ),
        part(
          "cost",
          "Cost of the service",
          stated.map(({ cost }) => cost),
        ),
      ],
    };
  });
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
