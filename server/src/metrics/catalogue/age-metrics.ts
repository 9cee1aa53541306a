import { EMPTY_INPUT } from "../derived-formula.js";
import type { AgedTerm, MetricDefinition } from "../metric-definition.js";
import { RUN_DIMENSIONS } from "./run-metrics.js";

const MINUTES_A_DAY = 1_440;

/** agedRuns is an aggregate of runs that are open at the instant or ended in the range, by their age. */
export const agedRuns = (sql: string): AgedTerm => ({
  ...{ form: "aged", source: "run", enter: "started_ms", leave: "finished_ms", population: "ended_and_open", sql },
});
const OPEN_COUNT: AgedTerm = { ...agedRuns("count()"), population: "open" };

/** ageWords says how a percentile with open runs is computed. */
export const ageWords = (percent: number, what: string) =>
  `Percentile ${percent}, interpolated, of ${what}; those open at the instant count with their age until then, so that what is stuck cannot vanish.`;

const age = (percent: 50 | 95, title: string): MetricDefinition => ({
  ...{ id: `age_p${percent}`, title, unit: "seconds", moment: "INSTANT", better: "LOWER", decimals: 2 },
  meaning: `${percent} of 100 runs, open ones included, took or have taken at most this long.`,
  formulaWords: ageWords(percent, "end - start of the runs that ended in the range"),
  dimensions: RUN_DIMENSIONS,
  formula: {
    form: "figure",
    figure: agedRuns(`quantileExactInclusiveOrNull(${percent / 100})(age_seconds)`),
    sample: agedRuns("count()"),
  },
});

/** AGE_METRICS: how long runs take when those that never end are not forgotten, and how many end in a minute. */
export const AGE_METRICS: readonly MetricDefinition[] = [
  age(50, "Typical age"),
  age(95, "High age"),
  {
    id: "oldest_open",
    title: "Oldest open run",
    meaning: "How long ago the oldest open run began.",
    unit: "seconds",
    formulaWords: "Greatest, over the runs open at the instant, of the instant - start.",
    moment: "INSTANT",
    better: "LOWER",
    dimensions: RUN_DIMENSIONS,
    decimals: 0,
    formula: {
      form: "figure",
      figure: { ...OPEN_COUNT, sql: "maxOrNull(age_seconds)" },
      sample: OPEN_COUNT,
    },
  },
  {
    id: "throughput",
    title: "Throughput",
    meaning: "How many runs ended in a minute, on average.",
    unit: "per_minute",
    formulaWords: "Runs that ended in the range / minutes of the range that have passed.",
    moment: "FINISHED",
    better: "HIGHER",
    dimensions: RUN_DIMENSIONS,
    decimals: 2,
    formula: {
      form: "derived",
      inputs: ["runs_finished"],
      over: [],
      compute: (groups, { days }) =>
        groups.map(({ inputs }) => {
          const numerator = inputs.reduce((sum, input) => sum + (input.read("runs_finished").value ?? 0), 0);
          const denominator = days * MINUTES_A_DAY;
          if (denominator === 0) return { ...EMPTY_INPUT, numerator, denominator, nullReason: "ZERO_DENOMINATOR" };
          return { value: numerator / denominator, numerator, denominator, nullReason: null };
        }),
    },
  },
];
