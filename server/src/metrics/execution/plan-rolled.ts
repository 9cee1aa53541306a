import { cutRange, type RangeCut } from "../../rollups/cut-range.js";
import { findRollupColumn, findSpread, type FoundColumn, type FoundSpread } from "../../rollups/find-rollup-column.js";
import type { Reach } from "../../scope/reach.js";
import type { RolledScan } from "../compiler/rolled/build-cell-parts.js";
import { compileByStamps } from "../compiler/compile-by-stamps.js";
import { compileRolledFlow, nameRowCount, type RolledMoment } from "../compiler/rolled/compile-rolled-flow.js";
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

/** RolledStatement is one statement and the terms of a draft that its columns answer; it may answer other drafts, too. */
export interface RolledStatement {
  readonly statement: Statement;
  readonly columnOf: ReadonlyMap<FlowTerm, string>;
  /** The column that counts the rows of the draft. */
  readonly rowCount: string;
}

interface Counted extends FoundColumn {
  readonly term: FlowTerm;
  readonly alias: string;
}

interface Spread extends FoundSpread {
  readonly term: FlowTerm;
  readonly alias: string;
}

/** What of a draft is counted, from which parts of the range, and what is read from spreads. */
interface Sorted {
  readonly scan: RolledScan;
  readonly isByStore: boolean;
  readonly counted: readonly Counted[];
  readonly spreads: readonly (readonly [RangeCut, readonly Spread[]])[];
}

/**
 * planRolled answers drafts of one question from rollups: all counts in one statement, percentiles in one for each figure. Undefined for a
 * draft of which any term needs the rows anyway, because one scan of them answers all.
 */
export function planRolled(
  reach: Reach,
  drafts: readonly RolledDraft[],
  facts: RolledFacts | undefined,
): (RolledStatement[] | undefined)[] {
  const sorted = drafts.map((draft) => (facts === undefined ? undefined : sortTerms(reach, draft, facts)));
  const counts = planCounts(reach, sorted);
  return sorted.map((each, position) => {
    if (each === undefined) return undefined;
    const count = counts.get(position);
    return [...(count === undefined ? [] : [count]), ...planSpreads(reach, each)];
  });
}

function sortTerms(reach: Reach, draft: RolledDraft, facts: RolledFacts): Sorted | undefined {
  const [first] = draft.terms;
  const cells = chooseCells(reach, draft);
  if (first === undefined || cells === undefined) return undefined;
  const { source, at } = first[0];
  if (source !== "run" && source !== "exception") return undefined;
  const counted: Counted[] = [];
  const found: Spread[] = [];
  for (const [term, alias] of draft.terms) {
    const column = findRollupColumn(term);
    const spread = findSpread(term);
    if ((column ?? spread)?.isOfPromises === true && facts.generation === undefined) return undefined;
    if (column !== undefined) counted.push({ ...column, term, alias });
    else if (spread !== undefined && !cells.isByStore && facts.isMany.get(spread.spread.figure) === true)
      found.push({ ...spread, term, alias });
    else return undefined;
  }
  const cut = chooseCut(reach, { draft, facts }, counted, cells.isByStore);
  const figures = [...new Set(found.map(({ spread }) => spread))].map((figure) => {
    const own = found.filter(({ spread }) => spread === figure);
    return [chooseCut(reach, { draft, facts }, own, true), own] as const;
  });
  const spreads = figures.flatMap(([ofSpread, own]) => (ofSpread === undefined ? [] : [[ofSpread, own] as const]));
  if (cut === undefined || spreads.length < figures.length) return undefined;
  const { dimensions, asOf, bounds } = draft;
  return { scan: { source, at, dimensions, asOf, bounds, cut }, isByStore: cells.isByStore, counted, spreads };
}

/** Drafts whose ranges are cut alike share a statement. */
function planCounts(reach: Reach, sorted: readonly (Sorted | undefined)[]): Map<number, RolledStatement> {
  const shared = new Map<string, { readonly position: number; readonly each: Sorted }[]>();
  for (const [position, each] of sorted.entries()) {
    if (each === undefined || each.counted.length === 0) continue;
    const { dimensions, cut } = each.scan;
    const key = JSON.stringify([dimensions, cut, each.isByStore]);
    shared.set(key, [...(shared.get(key) ?? []), { position, each }]);
  }
  const planned = new Map<number, RolledStatement>();
  for (const members of shared.values()) {
    const [first] = members;
    if (first === undefined) continue;
    const { scan, isByStore } = first.each;
    const moments = members.map(({ each }) => describeMoment(each));
    const statement = compileByStamps(reach, (by) => compileRolledFlow(by, { ...scan, isByStore, moments }));
    for (const [index, { position, each }] of members.entries())
      planned.set(position, { statement, rowCount: nameRowCount(index), columnOf: listTerms(each.counted) });
  }
  return planned;
}

function describeMoment({ scan, counted }: Sorted): RolledMoment {
  const columns = counted.map(({ alias, column, term }) => ({ alias, column, sql: term.sql }));
  return { source: scan.source, at: scan.at, rowColumn: counted[0]?.rowColumn ?? "", columns };
}

function planSpreads(reach: Reach, { scan, spreads }: Sorted): RolledStatement[] {
  return spreads.flatMap(([cut, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const statement = compileRolledSpread(reach, { ...scan, cut, spread: first.spread, columns: own });
    return [{ statement, rowCount: "row_count", columnOf: listTerms(own) }];
  });
}

function listTerms(found: readonly (Counted | Spread)[]): Map<FlowTerm, string> {
  return new Map(found.map(({ term, alias }) => [term, alias]));
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
  reach: Reach,
  { draft, facts }: { readonly draft: RolledDraft; readonly facts: RolledFacts },
  found: readonly { readonly endColumn: string | undefined; readonly isOfPromises: boolean }[],
  mayUseDays: boolean,
): RangeCut | undefined {
  const unsettled = new Set(facts.waiting);
  for (const column of new Set(found.map(({ endColumn }) => endColumn)))
    for (const hour of facts.unsettled.get(column ?? "") ?? []) unsettled.add(hour);
  const cut = cutRange({
    from: draft.from.getTime(),
    to: draft.asOf.getTime(),
    bounds: draft.bounds,
    horizon: facts.horizon,
    unsettled,
    mayUseDays,
  });
  return cut === undefined || hasTooManyScans(reach, cut, found) ? undefined : cut;
}
