import type { MetricDefinition } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";

const FEED_DIMENSIONS: readonly Dimension[] = ["CLIENT", "REGION", "STORE", "CHANNEL", "PARTNER", "SOURCE", "WORKFLOW"];

/** FEED_METRICS: whether the sources can still be heard. */
export const FEED_METRICS: readonly MetricDefinition[] = [
  {
    id: "feed_freshness",
    title: "Longest silence",
    meaning: "How long the quietest feed in scope has been silent.",
    unit: "seconds",
    formulaWords: "Greatest, over the feeds in scope, of the instant - time of the newest event before it.",
    moment: "RECORDED",
    better: "LOWER",
    dimensions: FEED_DIMENSIONS,
    decimals: 0,
    formula: {
      form: "figure",
      figure: { form: "feed", source: "feed", figure: "silence" },
      sample: { form: "feed", source: "feed", figure: "silence" },
    },
  },
  {
    id: "coverage",
    title: "Coverage",
    meaning: "Share of the expected feed time that was actually measured.",
    unit: "ratio",
    formulaWords: "5-minute slices with an event within the feed's cadence / expected slices, of the feeds in scope.",
    moment: "RECORDED",
    better: "HIGHER",
    dimensions: FEED_DIMENSIONS,
    decimals: 4,
    formula: {
      form: "ratio",
      of: { form: "feed", source: "feed", figure: "measured_slices" },
      over: { form: "feed", source: "feed", figure: "expected_slices" },
    },
  },
];
