import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DATA = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
const HOUR = 3_600;

interface Percentiles {
  readonly p50_cont: number;
  readonly p95_cont: number;
}

/** ProcessTruth is the figures of an event log as they were computed elsewhere. */
export interface ProcessTruth {
  readonly cases: number;
  readonly events: number;
  readonly activities: number;
  readonly variants: number;
  readonly events_per_case: Percentiles;
  readonly throughput_hours: Percentiles;
  readonly cases_with_any_repeated_activity: number;
  readonly cases_with_a_self_loop: number;
  readonly activity_counts: Record<string, number>;
  readonly start_activities: Record<string, number>;
  readonly end_activities: Record<string, number>;
  readonly singleton_variants: number;
  readonly top_variants: readonly { readonly cases: number; readonly pct: number; readonly trace: readonly string[] }[];
  readonly cases_covered_by_top10_variants: number;
  readonly directly_follows: readonly {
    readonly from: string;
    readonly to: string;
    readonly count: number;
    readonly median_hours_cont: number;
    readonly p95_hours_cont: number;
  }[];
}

/** ProcessAnswer is what `VARIANTS` asks for. */
export interface ProcessAnswer {
  readonly cases: number;
  readonly casesWithoutSteps: number;
  readonly casesWithRepeats: number;
  readonly casesWithLoops: number;
  readonly variantCount: number;
  readonly singletonCount: number;
  readonly stepTotal: number;
  readonly stepsPerCaseP50: number;
  readonly stepsPerCaseP95: number;
  readonly spanP50: number;
  readonly spanP95: number;
  readonly variants: readonly { steps: readonly string[]; cases: number; share: number }[];
  readonly others: { readonly variants: number; readonly cases: number };
  readonly edges: readonly { from: string; to: string; count: number; durationP50: number; durationP95: number }[];
  readonly edgeCount: number;
  readonly stepFigures: readonly { step: string; times: number; starts: number; ends: number }[];
}

/** VARIANTS asks everything that the truth of an event log has an answer to. */
export const VARIANTS = `query ($client: ID, $workflow: ID!, $from: DateTime!, $to: DateTime!, $limit: Int, $mergeRepeats: Boolean) {
  variants(client: $client, workflow: $workflow, from: $from, to: $to, limit: $limit, mergeRepeats: $mergeRepeats) {
    cases casesWithoutSteps casesWithRepeats casesWithLoops variantCount singletonCount stepTotal stepsPerCaseP50 stepsPerCaseP95
    spanP50 spanP95 variants { steps cases share } others { variants cases }
    edges { from to count durationP50 durationP95 } edgeCount stepFigures { step times starts ends }
  }
}`;

/** readProcessTruth reads one process of a data set's truth. */
export function readProcessTruth(set: string, name: string): ProcessTruth {
  const truth: Record<string, ProcessTruth> = JSON.parse(readFileSync(`${DATA}${set}/truth.json`, "utf8"));
  const found = truth[name];
  if (found === undefined) throw new Error(`${set} has no ${name}`);
  return found;
}

/** checkProcess compares every figure: counts exactly, durations to the four decimals of an hour that the truth has. */
export function checkProcess(report: ProcessAnswer, truth: ProcessTruth): void {
  const round = (value: number) => Number(value.toFixed(3));
  const counted = (figure: "times" | "starts" | "ends") =>
    Object.fromEntries(report.stepFigures.filter((step) => step[figure] > 0).map((step) => [step.step, step[figure]]));
  expect({
    cases: report.cases,
    events: report.stepTotal,
    activities: report.stepFigures.length,
    variants: report.variantCount,
    singletons: report.singletonCount,
    repeats: report.casesWithRepeats,
    loops: report.casesWithLoops,
    counts: counted("times"),
    starts: counted("starts"),
    ends: counted("ends"),
    top10: report.variants.slice(0, 10).reduce((sum, { cases }) => sum + cases, 0),
    perCase: [report.stepsPerCaseP50, round(report.stepsPerCaseP95)],
  }).toEqual({
    cases: truth.cases,
    events: truth.events,
    activities: truth.activities,
    variants: truth.variants,
    singletons: truth.singleton_variants,
    repeats: truth.cases_with_any_repeated_activity,
    loops: truth.cases_with_a_self_loop,
    counts: truth.activity_counts,
    starts: truth.start_activities,
    ends: truth.end_activities,
    top10: truth.cases_covered_by_top10_variants,
    perCase: [truth.events_per_case.p50_cont, truth.events_per_case.p95_cont],
  });
  expect(Math.abs(report.spanP50 / HOUR - truth.throughput_hours.p50_cont)).toBeLessThanOrEqual(0.000_06);
  expect(Math.abs(report.spanP95 / HOUR - truth.throughput_hours.p95_cont)).toBeLessThanOrEqual(0.000_06);
  const smallest = Math.min(...truth.top_variants.map(({ cases }) => cases));
  const above = report.variants.filter(({ cases }) => cases > smallest);
  const sort = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  expect(sort(above.map(({ steps, cases, share }) => [steps, cases, Number((100 * share).toFixed(4))]))).toEqual(
    sort(
      truth.top_variants.filter(({ cases }) => cases > smallest).map(({ trace, cases, pct }) => [trace, cases, pct]),
    ),
  );
  const known = new Map(report.variants.map((variant) => [JSON.stringify(variant.steps), variant.cases]));
  for (const { trace, cases } of truth.top_variants) expect(known.get(JSON.stringify(trace))).toBe(cases);
  const listed = report.variants.reduce((sum, { cases }) => sum + cases, 0);
  expect([listed + report.others.cases, report.variants.length + report.others.variants]).toEqual([
    truth.cases,
    truth.variants,
  ]);
  expect(report.casesWithoutSteps).toBe(0);
  expect(report.edgeCount).toBe(truth.directly_follows.length);
  const found = new Map(report.edges.map((edge) => [JSON.stringify([edge.from, edge.to]), edge]));
  for (const { from, to, count, median_hours_cont: p50, p95_hours_cont: p95 } of truth.directly_follows) {
    const edge = found.get(JSON.stringify([from, to]));
    expect([from, to, edge?.count]).toEqual([from, to, count]);
    expect(Math.abs((edge?.durationP50 ?? Number.NaN) / HOUR - p50)).toBeLessThanOrEqual(0.000_06);
    expect(Math.abs((edge?.durationP95 ?? Number.NaN) / HOUR - p95)).toBeLessThanOrEqual(0.000_06);
  }
}
