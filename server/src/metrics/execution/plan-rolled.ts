import { cutRange, type RangeCut } from "../../rollups/cut-range.js";
import { findRollupColumn, findSpread, type FoundColumn, type FoundSpread } from "../../rollups/find-rollup-column.js";
import type { Reach } from "../../scope/reach.js";
import { compileRolledFlow } from "../compiler/rolled/compile-rolled-flow.js";
import { compileRolledSpread } from "../compiler/rolled/compile-rolled-spread.js";
import type { Statement } from "../compiler/statement.js";
import type { FlowTerm } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import { chooseCells } from "./choose-cells.js";
import type { RolledFacts } from "./rolled-facts.js";

const MAX_PROMISED_SCANS = 6;

/** RolledDraft is a set of flow terms of one source and instant that could be answered from rollups. */
export interface RolledDraft {
  readonly terms: readonly (readonly [FlowTerm, string])[];
  readonly dimensions: readonly Dimension[];
  readonly attributes: readonly string[];
  readonly from: Date;
  readonly asOf: Date;
  readonly bounds: readonly number[] | undefined;
}

/** RolledStatement is one statement and the terms its columns answer. */
export interface RolledStatement {
  readonly statement: Statement;
  readonly columnOf: ReadonlyMap<FlowTerm, string>;
}

interface Counted extends FoundColumn {
  readonly term: FlowTerm;
  readonly alias: string;
}

interface Spread extends FoundSpread {
  readonly term: FlowTerm;
  readonly alias: string;
}

/**
 * planRolled answers a draft from rollups: counts in one statement, percentiles in one for each figure. Undefined when any of its terms
 * needs the rows anyway, because one scan of them answers all.
 */
export function planRolled(
  reach: Reach,
  draft: RolledDraft,
  facts: RolledFacts | undefined,
): RolledStatement[] | undefined {
  const source = draft.terms[0]?.[0].source;
  if (facts === undefined || (source !== "run" && source !== "exception")) return undefined;
  const cells = chooseCells(reach, draft);
  if (cells === undefined) return undefined;
  const counted: Counted[] = [];
  const spreads: Spread[] = [];
  for (const [term, alias] of draft.terms) {
    const column = findRollupColumn(term);
    const spread = findSpread(term);
    if ((column ?? spread)?.isOfPromises === true && facts.generation === undefined) return undefined;
    if (column !== undefined) counted.push({ ...column, term, alias });
    else if (spread !== undefined && !cells.isByStore && facts.isMany.get(spread.spread.figure) === true)
      spreads.push({ ...spread, term, alias });
    else return undefined;
  }
  const scan = { ...draft, source, at: draft.terms[0]?.[0].at ?? "" };
  const flow = planCounts(reach, { scan, cells, facts }, counted);
  const percentiles = planSpreads(reach, { scan, cells, facts }, spreads);
  return flow === undefined || percentiles === undefined ? undefined : [...flow, ...percentiles];
}

interface Planning {
  readonly scan: Omit<RolledDraft, "terms"> & { readonly source: "run" | "exception"; readonly at: string };
  readonly cells: { readonly isByStore: boolean };
  readonly facts: RolledFacts;
}

function planCounts(reach: Reach, planning: Planning, counted: readonly Counted[]): RolledStatement[] | undefined {
  const [first] = counted;
  if (first === undefined) return [];
  const cut = chooseCut(planning, counted, planning.cells.isByStore);
  if (cut === undefined || hasTooManyScans(reach, cut, counted)) return undefined;
  const columns = counted.map(({ alias, column, term }) => ({ alias, column, sql: term.sql }));
  const { isByStore } = planning.cells;
  const statement = compileRolledFlow(reach, { ...planning.scan, cut, columns, isByStore, rowColumn: first.rowColumn });
  return [{ statement, columnOf: new Map(counted.map(({ term, alias }) => [term, alias])) }];
}

function planSpreads(reach: Reach, planning: Planning, spreads: readonly Spread[]): RolledStatement[] | undefined {
  const statements: RolledStatement[] = [];
  for (const figure of new Set(spreads.map(({ spread }) => spread))) {
    const own = spreads.filter(({ spread }) => spread === figure);
    const cut = chooseCut(planning, own, true);
    if (cut === undefined || hasTooManyScans(reach, cut, own)) return undefined;
    const statement = compileRolledSpread(reach, { ...planning.scan, cut, spread: figure, columns: own });
    statements.push({ statement, columnOf: new Map(own.map(({ term, alias }) => [term, alias])) });
  }
  return statements;
}

/** Each range that is read by policies is a scan with look-ups of its own: many are slower than one of all. */
function hasTooManyScans(
  reach: Reach,
  { rows }: RangeCut,
  found: readonly { readonly isOfPromises: boolean }[],
): boolean {
  const isPromised = reach.parts.promises !== undefined && found.some(({ isOfPromises }) => isOfPromises);
  return isPromised && rows.length > MAX_PROMISED_SCANS;
}

/** Sums by day are kept by store, and spreads by day; a whole tenant has few enough cells an hour. */
function chooseCut(
  { scan, facts }: Planning,
  found: readonly { readonly endColumn: string | undefined }[],
  mayUseDays: boolean,
): RangeCut | undefined {
  const unsettled = new Set(facts.waiting);
  for (const column of new Set(found.map(({ endColumn }) => endColumn)))
    for (const hour of facts.unsettled.get(column ?? "") ?? []) unsettled.add(hour);
  return cutRange({
    from: scan.from.getTime(),
    to: scan.asOf.getTime(),
    bounds: scan.bounds,
    horizon: facts.horizon,
    unsettled,
    mayUseDays,
  });
}
