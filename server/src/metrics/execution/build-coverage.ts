import { compileCoverage, SLICE_SECONDS } from "../compiler/compile-coverage.js";
import type { Reach } from "../../scope/reach.js";
import type { Dimension } from "../metric-words.js";
import type { EngineRow, KeyedId } from "./figure-table.js";
import type { MetricsRepository } from "./metrics.repository.js";
import type { PlanQuestion } from "./plan-metrics.js";

const SLICE_MS = SLICE_SECONDS * 1000;
const FEED_DIMENSIONS: readonly Dimension[] = ["CLIENT", "REGION", "STORE", "CHANNEL", "PARTNER", "SOURCE", "WORKFLOW"];

/** CoverageTable says how much of the range, of a group and of a bucket was measured; null = no feed was expected there. */
export interface CoverageTable {
  readonly total: number | null;
  find(key: readonly KeyedId[], bucket?: number): number | null;
  /** findCertain is the coverage of the feeds whose silence says something; promises are judged by it. */
  findCertain(key: readonly KeyedId[], bucket?: number): number | null;
  /** findKnown is the share of the range, by the clock, since the first of the feeds was known; null = none was. */
  findKnown(key: readonly KeyedId[]): number | null;
}

/** buildCoverage measures the feeds in reach, by those dimensions of the question that feeds have; others share the coverage of all. */
export async function buildCoverage(
  repository: MetricsRepository,
  reach: Reach,
  question: PlanQuestion,
): Promise<CoverageTable> {
  const { knowledge, from, asOf } = question;
  const dimensions = question.dimensions.filter((dimension) => FEED_DIMENSIONS.includes(dimension));
  const bounds = question.edges?.slice(0, -1);
  const ask = (by: readonly Dimension[], buckets: readonly number[] | undefined) =>
    repository.run(compileCoverage(reach, { knowledge, from, asOf, dimensions: by, bounds: buckets }));
  const [all, groups, series] = await Promise.all([
    ask([], undefined),
    dimensions.length === 0 ? [] : ask(dimensions, undefined),
    bounds === undefined ? [] : ask(dimensions, bounds),
  ]);
  return buildTable({ dimensions, from, asOf }, all[0], [...groups, ...series]);
}

function buildTable(
  { dimensions, from, asOf }: Pick<PlanQuestion, "dimensions" | "from" | "asOf">,
  all: EngineRow | undefined,
  rows: readonly EngineRow[],
): CoverageTable {
  const index = new Map<string, EngineRow>();
  for (const row of rows) {
    const ids = dimensions.map((dimension) => String(row[`by_${dimension.toLowerCase()}`]));
    index.set(renderKey(ids, row["bucket"]), row);
  }
  const findRow = (key: readonly KeyedId[], bucket?: number) => {
    const ids = dimensions.map((dimension) => key.find((part) => part.dimension === dimension)?.id ?? "");
    return ids.length === 0 && bucket === undefined ? all : index.get(renderKey(ids, bucket));
  };
  return {
    total: readShare(all, "slices"),
    find: (key, bucket) => readShare(findRow(key, bucket), "slices"),
    findCertain: (key, bucket) => readShare(findRow(key, bucket), "certain"),
    findKnown: (key) => readKnown(findRow(key), from, asOf),
  };
}

function renderKey(ids: readonly string[], bucket: string | number | null | undefined): string {
  return JSON.stringify([...ids, bucket == null ? "" : String(bucket)]);
}

function readKnown(row: EngineRow | undefined, from: Date, asOf: Date): number | null {
  const knownFrom = row?.["known_from_slice"];
  if (knownFrom == null || Number(row?.["expected_slices"] ?? 0) === 0) return null;
  const [first, end] = [Math.ceil(from.getTime() / SLICE_MS), Math.floor(asOf.getTime() / SLICE_MS)];
  return end <= first ? null : (end - Number(knownFrom)) / (end - first);
}

function readShare(row: EngineRow | undefined, of: "slices" | "certain"): number | null {
  const [expected, measured] =
    of === "slices" ? ["expected_slices", "measured_slices"] : ["certain_expected", "certain_measured"];
  const count = Number(row?.[expected] ?? 0);
  return count === 0 ? null : Number(row?.[measured] ?? 0) / count;
}
