import type { FlowTerm, MetricDefinition } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import { MEASURE_DIMENSIONS } from "./measure-metrics.js";

/** A metric of one measure is not grouped by measure. */
const DIMENSIONS: readonly Dimension[] = MEASURE_DIMENSIONS.filter((dimension) => dimension !== "MEASURE");

const recorded = (sql: string): FlowTerm => ({ form: "flow", source: "measure", at: "time", sql });
type Entry = Pick<MetricDefinition, "id" | "title" | "meaning" | "formulaWords">;

const delta = (entry: Entry, sql: string): MetricDefinition => ({
  ...entry,
  ...{ unit: "measure", moment: "RECORDED", better: "LOWER", dimensions: MEASURE_DIMENSIONS, decimals: 2 },
  splitBy: ["CURRENCY", "MEASURE"],
  formula: { form: "sum", of: [recorded(sql)] },
});

const mismatch = (measure: string, entry: Omit<Entry, "formulaWords">): MetricDefinition => ({
  ...entry,
  ...{ unit: "ratio", moment: "RECORDED", better: "LOWER", dimensions: DIMENSIONS, decimals: 4 },
  formulaWords: `Checks of \`${measure}\` with |value - expected| > max(absolute, relative x |expected|) / checks of \`${measure}\`.`,
  formula: {
    form: "ratio",
    of: recorded(`countIf(is_check AND measure = '${measure}' AND NOT is_match)`),
    over: recorded(`countIf(is_check AND measure = '${measure}')`),
  },
});

const money = (entry: Entry, sql: string): MetricDefinition => ({
  ...entry,
  ...{ unit: "money", moment: "RECORDED", better: "LOWER", dimensions: DIMENSIONS, decimals: 2 },
  splitBy: ["CURRENCY"],
  formula: { form: "sum", of: [recorded(sql)] },
});

const TOO_MUCH_REFUNDED = "sumIf(greatest_delta, is_check AND measure = 'refund')";

/** DELTA_METRICS: by how much what is differs from what should be, and how often it does for the measures retail watches. */
export const DELTA_METRICS: readonly MetricDefinition[] = [
  {
    ...delta(
      {
        id: "check_net_delta",
        title: "Net difference",
        meaning: "By how much values exceed what was expected; what is too much and too little cancel out.",
        formulaWords:
          "Sum of (value - expected) x quantity, where one is given, over the checks recorded in the range.",
      },
      "sumIf(delta, is_check)",
    ),
    better: "NEITHER",
  },
  delta(
    {
      id: "check_absolute_delta",
      title: "Absolute difference",
      meaning: "By how much values differ from what was expected, too much and too little added.",
      formulaWords: "Sum of |value - expected| x quantity, where one is given, over the checks recorded in the range.",
    },
    "sumIf(abs(delta), is_check)",
  ),
  mismatch("price", {
    id: "price_conflict_rate",
    title: "Price conflicts",
    meaning: "Share of checked prices that are not the price that should be there.",
  }),
  mismatch("inventory.position", {
    id: "inventory_mismatch_rate",
    title: "Inventory mismatches",
    meaning: "Share of checked stock positions that two systems do not agree on.",
  }),
  mismatch("listing.attribute", {
    id: "listing_discrepancy_rate",
    title: "Listing discrepancies",
    meaning: "Share of checked attributes of listings that differ from the catalogue.",
  }),
  mismatch("tax", {
    id: "tax_mismatch_rate",
    title: "Tax mismatches",
    meaning: "Share of checked tax amounts that are wrong.",
  }),
  mismatch("refund", {
    id: "refund_mismatch_rate",
    title: "Refund mismatches",
    meaning: "Share of checked refunds that are not the amount that was due.",
  }),
  money(
    {
      id: "settlement_gap",
      title: "Settlement gap",
      meaning: "By how much settlements differ from what was expected, too much and too little added.",
      formulaWords: "Sum of |value - expected| x quantity over the checks of `settlement`, by currency.",
    },
    "sumIf(abs(delta), is_check AND measure = 'settlement')",
  ),
  money(
    {
      id: "refund_leakage",
      title: "Refund leakage",
      meaning: "Money refunded beyond what was due.",
      formulaWords: "Sum of max(0, value - expected) x quantity over the checks of `refund`, by currency.",
    },
    TOO_MUCH_REFUNDED,
  ),
  {
    ...{ id: "refund_leakage_rate", title: "Refund leakage rate", unit: "ratio", moment: "RECORDED" },
    meaning: "Share of refunded money that was beyond what was due.",
    formulaWords:
      "Sum of max(0, value - expected) x quantity / sum of value x quantity, over the checks of `refund`, by currency.",
    better: "LOWER",
    dimensions: DIMENSIONS,
    decimals: 4,
    splitBy: ["CURRENCY"],
    formula: {
      form: "ratio",
      of: recorded(TOO_MUCH_REFUNDED),
      over: recorded("sumIf(amount, is_check AND measure = 'refund')"),
    },
  },
  {
    ...{ id: "oversell_rate", title: "Oversold positions", unit: "ratio", moment: "RECORDED", better: "LOWER" },
    meaning: "Share of checked stock positions that promise more than there is.",
    formulaWords:
      "Checks of `inventory.position` with value > expected beyond the tolerance / checks of `inventory.position`.",
    dimensions: DIMENSIONS,
    decimals: 4,
    formula: {
      form: "ratio",
      of: recorded("countIf(is_check AND measure = 'inventory.position' AND delta > 0 AND NOT is_match)"),
      over: recorded("countIf(is_check AND measure = 'inventory.position')"),
    },
  },
  {
    ...{ id: "stock_discrepancy", title: "Stock discrepancy", unit: "ratio", moment: "RECORDED", better: "LOWER" },
    meaning: "By how much counted stock differs from the system's, as a share of it.",
    formulaWords: "Sum of |counted - system| / sum of system, over the checks of `stock.count`.",
    dimensions: DIMENSIONS,
    decimals: 4,
    formula: {
      form: "ratio",
      of: recorded("sumIf(abs(value - assumeNotNull(expected)), is_check AND measure = 'stock.count')"),
      over: recorded("sumIf(assumeNotNull(expected), is_check AND measure = 'stock.count')"),
    },
  },
  {
    ...{ id: "sell_through_variance", title: "Sell-through variance", unit: "ratio", moment: "RECORDED" },
    meaning: "By how much more was sold than forecast, as a share of the forecast; negative is less.",
    formulaWords: "Sum of (actual - forecast) / sum of forecast, over the checks of `sell_through`.",
    better: "NEITHER",
    dimensions: DIMENSIONS,
    decimals: 4,
    formula: {
      form: "ratio",
      of: recorded("sumIf(value - assumeNotNull(expected), is_check AND measure = 'sell_through')"),
      over: recorded("sumIf(assumeNotNull(expected), is_check AND measure = 'sell_through')"),
    },
  },
];
