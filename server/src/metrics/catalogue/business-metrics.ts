import type { FlowTerm, MetricDefinition } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import { MEASURE_DIMENSIONS } from "./measure-metrics.js";

const DIMENSIONS: readonly Dimension[] = MEASURE_DIMENSIONS.filter((dimension) => dimension !== "MEASURE");

const recorded = (sql: string): FlowTerm => ({ form: "flow", source: "measure", at: "time", sql });
const is = (measure: string) => `NOT is_check AND measure = '${measure}'`;
const countOf = (measure: string) => recorded(`countIf(${is(measure)})`);
const sumOf = (measure: string) => recorded(`sumIf(value, ${is(measure)})`);

/** The newest value of each place, put together; null without any. */
const newest = (measure: string, how: "arraySum" | "arrayMax") =>
  recorded(
    `if(countIf(${is(measure)}) = 0, NULL, ${how}(arrayMap(each -> toFloat64(each.3), mapValues(maxMapIf(map(place, (time, id, value)), ${is(measure)})))))`,
  );

type Entry = Pick<MetricDefinition, "id" | "title" | "meaning" | "formulaWords" | "unit" | "better" | "formula">;
const business = (entry: Entry, more: Partial<MetricDefinition> = {}): MetricDefinition => ({
  ...entry,
  ...{ moment: "RECORDED", dimensions: DIMENSIONS, decimals: entry.unit === "ratio" ? 4 : 2 },
  ...more,
});

const apiShare = (measure: string, entry: Pick<Entry, "id" | "title" | "meaning">): MetricDefinition =>
  business({
    ...entry,
    ...{ unit: "ratio", better: "LOWER" },
    formulaWords: `Sum of \`${measure}\` / sum of \`api.calls\`.`,
    formula: { form: "ratio", of: sumOf(measure), over: sumOf("api.calls") },
  });

const HOURS = "(client, store, entity_type, entity_id, toStartOfHour(time))";
const COST = is("sales.cost");
const STOCK = is("stock.value");

/** BUSINESS_METRICS: what sources report of stock, queues, interfaces and sales. */
export const BUSINESS_METRICS: readonly MetricDefinition[] = [
  business({
    ...{ id: "stockout_rate", title: "Out of stock", unit: "ratio", better: "LOWER" },
    meaning: "Share of observed hours in which an article was out of stock in a store.",
    formulaWords:
      "Distinct (article, store, hour) with `stock.on_hand` <= 0 / distinct (article, store, hour) with `stock.on_hand`; of a campaign by the attribute `promotion`.",
    formula: {
      form: "ratio",
      of: recorded(`uniqExactIf(${HOURS}, ${is("stock.on_hand")} AND value <= 0)`),
      over: recorded(`uniqExactIf(${HOURS}, ${is("stock.on_hand")})`),
    },
  }),
  business(
    {
      ...{ id: "queue_depth", title: "Queue depth", unit: "count", better: "LOWER" },
      meaning: "How much waits in queues, by the newest report of each.",
      formulaWords:
        "Sum, over queues (source, store, channel, partner, entity), of the newest `queue.depth` in the range.",
      formula: { form: "figure", figure: newest("queue.depth", "arraySum"), sample: countOf("queue.depth") },
    },
    { decimals: 0 },
  ),
  business(
    {
      ...{ id: "backlog_age", title: "Backlog age", unit: "seconds", better: "LOWER" },
      meaning: "Age of the oldest thing that waits in a queue, by the newest report of each.",
      formulaWords:
        "Greatest, over queues (source, store, channel, partner, entity), of the newest `queue.oldest_age` in the range.",
      formula: { form: "figure", figure: newest("queue.oldest_age", "arrayMax"), sample: countOf("queue.oldest_age") },
    },
    { decimals: 0 },
  ),
  apiShare("api.errors", {
    id: "api_error_rate",
    title: "API errors",
    meaning: "Share of calls of interfaces that failed.",
  }),
  apiShare("api.throttled", {
    id: "api_throttle_rate",
    title: "API throttling",
    meaning: "Share of calls of interfaces that were refused because there were too many.",
  }),
  business({
    ...{ id: "api_latency_p95", title: "API latency", unit: "seconds", better: "LOWER" },
    meaning: "95 of 100 reported call durations were at most this.",
    formulaWords: "Percentile 95, interpolated, of `api.duration`; milliseconds (unit `ms`) become seconds.",
    formula: {
      form: "figure",
      figure: recorded(
        `quantileExactInclusiveOrNullIf(0.95)(toFloat64(value) / if(unit = 'ms', 1000, 1), ${is("api.duration")})`,
      ),
      sample: countOf("api.duration"),
    },
  }),
  business(
    {
      ...{ id: "net_sales", title: "Net sales", unit: "money", better: "HIGHER" },
      meaning: "Money taken, less returns and discounts, as reported.",
      formulaWords: "Sum of `sales.net`, by currency.",
      formula: { form: "sum", of: [sumOf("sales.net")] },
    },
    { splitBy: ["CURRENCY"] },
  ),
  business(
    {
      ...{ id: "leakage_money", title: "Leakage", unit: "money", better: "LOWER" },
      meaning: "Money lost by wrong prices, refunds, settlements and discounts.",
      formulaWords:
        "Over checks beyond their tolerance: (expected - value) x quantity of `price` and `settlement`, (value - expected) x quantity of `refund` and `discount`, where positive; by currency.",
      formula: { form: "sum", of: [recorded("sumIf(leakage, is_check AND NOT is_match)")] },
    },
    { splitBy: ["CURRENCY"] },
  ),
  business(
    {
      ...{ id: "margin_leakage", title: "Margin leakage", unit: "ratio", better: "LOWER" },
      meaning: "Money lost by wrong prices, refunds, settlements and discounts, as a share of net sales.",
      formulaWords: "Leakage / net sales, by currency.",
      formula: {
        form: "ratio",
        of: recorded("sumIf(leakage, is_check AND NOT is_match)"),
        over: sumOf("sales.net"),
      },
    },
    { splitBy: ["CURRENCY"] },
  ),
  business({
    ...{ id: "handling_minutes", title: "Measured handling", unit: "minutes", better: "LOWER" },
    meaning: "Minutes that people spent, as reported.",
    formulaWords: "Sum of `handling.minutes`.",
    formula: { form: "sum", of: [sumOf("handling.minutes")] },
  }),
  business(
    {
      ...{ id: "inventory_turns", title: "Inventory turns", unit: "times", better: "HIGHER" },
      meaning: "How often the average stock was sold in the range.",
      formulaWords:
        "Sum of `sales.cost` / average stock: the mean of `stock.value` of each place, added up; by currency.",
      formula: {
        form: "figure",
        figure: recorded(
          `if(countIf(${COST}) = 0, NULL, toFloat64(sumIf(value, ${COST})) / nullIf(arraySum(mapValues(avgMapIf(map(place, toFloat64(value)), ${STOCK}))), 0))`,
        ),
        sample: recorded(`countIf(${STOCK})`),
        nullReason: "ZERO_DENOMINATOR",
      },
    },
    { splitBy: ["CURRENCY"] },
  ),
];
