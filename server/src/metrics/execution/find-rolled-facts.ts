import { cutRange, HOUR_MS } from "../../rollups/cut-range.js";
import { findRollupColumn, findSpread } from "../../rollups/find-rollup-column.js";
import type { RollupRulesStatus } from "../../rollups/rules/rollup-rules-status.js";
import type { RollupStatusRepository } from "../../rollups/status/rollup-status.repository.js";
import type { RollupStatus } from "../../rollups/status/rollup-status.js";
import type { Reach } from "../../scope/reach.js";
import { compileRolledFlow } from "../compiler/rolled/compile-rolled-flow.js";
import { compileUnsettledHours } from "../compiler/rolled/compile-unsettled-hours.js";
import { readTerms } from "../metric-catalog.js";
import type { FlowTerm } from "../metric-definition.js";
import { chooseCells } from "./choose-cells.js";
import type { MetricsRepository } from "./metrics.repository.js";
import type { PlanQuestion } from "./plan-metrics.js";
import type { RolledFacts } from "./rolled-facts.js";

/** Percentiles are exact up to so many rows (CONTRACT 3). */
export const EXACT_UP_TO = 1_000_000;
/** Fewer rows are quicker to read than cells and the rows of the hours that are not counted yet. */
const CELLS_FROM = 500_000;
/** Shorter ranges are read from their rows. */
const MIN_RANGE_MS = 2 * HOUR_MS;
const DAY_MS = 24 * HOUR_MS;

/** RolledSources is where the facts are found. */
export interface RolledSources {
  readonly repository: MetricsRepository;
  readonly status?: RollupStatusRepository | undefined;
  /** Absent = nobody knows by which policies promises were counted, so they are answered from the rows. */
  readonly rules?: RollupRulesStatus | undefined;
  /** Rows up to which percentiles are exact; `EXACT_UP_TO` unless told. */
  readonly exactUpTo?: number | undefined;
  /** Runs in a range from which on cells are read; `CELLS_FROM` unless told. */
  readonly cellsFrom?: number | undefined;
}

/** findRolledFacts asks what must be known before a question is planned; undefined = it is answered from the rows. */
export async function findRolledFacts(
  sources: RolledSources,
  reach: Reach,
  question: PlanQuestion,
): Promise<RolledFacts | undefined> {
  const all = listTerms(question);
  if (all.length === 0 || question.asOf.getTime() - question.from.getTime() < MIN_RANGE_MS) return undefined;
  if (chooseCells(reach, question) === undefined) return undefined;
  const status = await sources.status?.find(reach.parts.scope.tenant);
  if (status === undefined || status.horizon <= question.from.getTime()) return undefined;
  const days = (question.asOf.getTime() - question.from.getTime()) / DAY_MS;
  if (status.runsPerDay * days < (sources.cellsFrom ?? CELLS_FROM)) return undefined;
  const generation = all.some(isOfRules) ? await sources.rules?.findCounted(reach.parts.scope.tenant) : undefined;
  const terms = generation === undefined ? all.filter((term) => !isOfRules(term)) : all;
  const [unsettled, isMany] = await Promise.all([
    findUnsettled(sources, reach, { from: question.from, asOf: question.asOf, newestEnd: status.newestEnd }, terms),
    countFigures(sources, reach, { question, status, terms }),
  ]);
  return { ...status, unsettled, isMany, generation };
}

/** holdsStill tells whether the policies by which promises were counted are still those of before, once an answer is there. */
export async function holdsStill(
  { rules }: RolledSources,
  reach: Reach,
  { generation }: Pick<RolledFacts, "generation">,
): Promise<boolean> {
  return generation === undefined || (await rules?.findCounted(reach.parts.scope.tenant)) === generation;
}

function isOfRules(term: FlowTerm): boolean {
  return (findRollupColumn(term) ?? findSpread(term))?.isOfPromises === true;
}

function listTerms({ metrics }: PlanQuestion): FlowTerm[] {
  return metrics
    .flatMap((metric) => readTerms(metric))
    .filter((term): term is FlowTerm => term.form === "flow")
    .filter((term) => findRollupColumn(term) !== undefined || findSpread(term) !== undefined);
}

async function findUnsettled(
  { repository }: RolledSources,
  reach: Reach,
  { from, asOf, newestEnd }: { from: Date; asOf: Date; newestEnd: number },
  terms: readonly FlowTerm[],
): Promise<Map<string, ReadonlySet<number>>> {
  const columns = [
    ...new Set(terms.flatMap((term) => findRollupColumn(term)?.endColumn ?? findSpread(term)?.endColumn ?? [])),
  ];
  if (columns.length === 0 || newestEnd < asOf.getTime()) return new Map();
  const rows = await repository.run(compileUnsettledHours(reach, { columns, from, asOf }));
  const read = (column: string) => rows.filter((row) => Number(row[`has_${column}`]) === 1);
  return new Map(columns.map((column) => [column, new Set(read(column).map((row) => Number(row["hour_ms"])))]));
}

/** Of how many rows a percentile is taken is known from the counts. */
async function countFigures(
  { repository, exactUpTo = EXACT_UP_TO }: RolledSources,
  reach: Reach,
  asked: { question: PlanQuestion; status: RollupStatus; terms: readonly FlowTerm[] },
): Promise<Map<string, boolean>> {
  const { question, status, terms } = asked;
  const { isByStore } = chooseCells(reach, question) ?? { isByStore: true };
  const figures = new Map(
    terms.flatMap((term) => findSpread(term)?.spread ?? []).map((spread) => [spread.figure, spread]),
  );
  const counts = [...figures.values()].map(async ({ figure, at, where }): Promise<[string, boolean]> => {
    const sample: FlowTerm = { form: "flow", source: "run", at, sql: `countIf(${where})` };
    const found = findRollupColumn(sample);
    // Whole hours, so that a range that moves with the clock is counted once an hour. Parts of an hour would only add rows.
    const cut = cutRange({
      from: Math.ceil(question.from.getTime() / HOUR_MS) * HOUR_MS,
      to: Math.min(Math.floor(question.asOf.getTime() / HOUR_MS) * HOUR_MS, status.horizon),
      bounds: undefined,
      horizon: status.horizon,
      unsettled: new Set(),
      mayUseDays: isByStore,
    });
    if (found === undefined || cut === undefined) return [figure, false];
    const scan = { dimensions: [], asOf: new Date(0), bounds: undefined, cut: { ...cut, rows: [] } };
    const columns = [{ alias: "sample", column: found.column, sql: sample.sql }];
    const moments = [{ source: "run" as const, at, rowColumn: found.rowColumn, columns }];
    const statement = compileRolledFlow(reach, { ...scan, isByStore, moments });
    const [row] = await repository.run({ ...statement, keepMs: 30_000 });
    return [figure, Number(row?.["sample"] ?? 0) > exactUpTo];
  });
  return new Map(await Promise.all(counts));
}
