import { buildSeconds } from "../report/shape-variant-overview.js";
import type { Pair } from "../report/variant-row.js";
import type { ComparedEdgeRow, ComparedRow, ComparedStepRow, ComparedVariantRow } from "./compared-row.js";
import type {
  ComparedEdge,
  ComparedFigures,
  ComparedStep,
  ComparedStepFigures,
  ComparedVariant,
  ProcessComparison,
} from "./process-comparison.js";

/** MIN_PEERS: whoever may not see peers one by one is told only what at least so many of them did. */
export const MIN_PEERS = 5;

/** ComparisonRows is what the engine answered. */
export interface ComparisonRows {
  readonly variants: readonly ComparedVariantRow[];
  readonly steps: readonly ComparedStepRow[];
  readonly edges: readonly ComparedEdgeRow[];
}

/**
 * shapeComparison puts both sides of each row side by side. For whoever is told aggregates alone, counts of peers are left out, and
 * shares are of what is told: what the withheld rest was cannot be computed from them.
 */
export function shapeComparison(
  rows: ComparisonRows,
  given: Pick<ProcessComparison, "dimension" | "isAggregateOnly" | "asOf">,
): ProcessComparison {
  const total = rows.variants.find((row) => row.is_total === 1);
  const { isAggregateOnly } = given;
  const isTold = total !== undefined && isEnough(total.peers, isAggregateOnly);
  const sums = {
    a: total?.a_cases ?? 0,
    told: total?.all_told_cases ?? 0,
    b: isTold ? total.b_cases : 0,
  };
  const compared: Compared = { sums, isAggregateOnly };
  return {
    ...given,
    peers: isTold ? total.peers : null,
    a: buildFigures(total?.a_cases ?? 0, null, total?.a_durations),
    b: isTold
      ? buildPeerFigures(total, { share: null, durations: chooseDurations(total, isAggregateOnly) }, isAggregateOnly)
      : null,
    variants: rows.variants.filter((row) => row.is_total === 0).map((row) => shapeVariant(row, compared)),
    stepFigures: rows.steps.map((row) => shapeStep(row, compared)),
    edges: rows.edges.map((row) => shapeEdge(row, isAggregateOnly)),
  };
}

interface Compared {
  readonly sums: { readonly a: number; readonly told: number; readonly b: number };
  readonly isAggregateOnly: boolean;
}

function isEnough(peers: number, isAggregateOnly: boolean): boolean {
  return peers >= (isAggregateOnly ? MIN_PEERS : 1);
}

/** Nobody of b did it: that is told, where nobody is protected by not telling it. */
function isShown(row: ComparedRow, isAggregateOnly: boolean): boolean {
  return row.b_cases > 0 && isEnough(row.peers, isAggregateOnly);
}

function buildFigures(cases: number | null, share: number | null, durations: Pair | undefined): ComparedFigures {
  return { cases, share, durationP50: buildSeconds(durations?.[0]), durationP95: buildSeconds(durations?.[1]) };
}

/** Peers that are told as aggregates have no counts, and shares too coarse to compute counts from. */
function buildPeerFigures(
  row: ComparedRow,
  { share, durations }: { share: number | null; durations: Pair | undefined },
  isAggregateOnly: boolean,
): ComparedFigures {
  return isAggregateOnly ? buildFigures(null, coarsen(share), durations) : buildFigures(row.b_cases, share, durations);
}

function chooseDurations(row: ComparedVariantRow, isAggregateOnly: boolean): Pair | undefined {
  return isEnough(row.duration_peers, isAggregateOnly) ? row.b_durations : undefined;
}

function coarsen(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1_000) / 1_000;
}

const divide = (part: number, whole: number) => (whole === 0 ? null : part / whole);

function subtract(a: number | null | undefined, b: number | null | undefined): number | null {
  return a == null || b == null ? null : a - b;
}

/** The difference of shares; whoever sees all of b knows that a share is 0, whoever does not cannot tell it from a withheld one. */
function subtractShares(a: number | null, b: ComparedFigures | null, isAggregateOnly: boolean): number | null {
  return subtract(a ?? 0, b === null ? (isAggregateOnly ? null : 0) : b.share);
}

function shapeVariant(row: ComparedVariantRow, { sums, isAggregateOnly }: Compared): ComparedVariant {
  const a = row.a_cases === 0 ? null : buildFigures(row.a_cases, divide(row.a_cases, sums.a), row.a_durations);
  const b = isShown(row, isAggregateOnly)
    ? buildPeerFigures(
        row,
        { share: divide(row.told_cases, sums.told), durations: chooseDurations(row, isAggregateOnly) },
        isAggregateOnly,
      )
    : null;
  return {
    ...{ steps: row.steps, stepCount: row.path_length, isCut: row.path_length > row.steps.length, a, b },
    shareDifference: subtractShares(a?.share ?? null, b, isAggregateOnly),
  };
}

function shapeStep(row: ComparedStepRow, { sums, isAggregateOnly }: Compared): ComparedStep {
  const build = (side: "a" | "b") => ({
    cases: row[`${side}_cases`],
    times: row[`${side}_times`],
    share: divide(row[`${side}_cases`], sums[side]),
    workP50: buildSeconds(row[`${side}_work`][0]),
    workP95: buildSeconds(row[`${side}_work`][1]),
    waitP50: buildSeconds(row[`${side}_wait`][0]),
    waitP95: buildSeconds(row[`${side}_wait`][1]),
  });
  const a = row.a_cases === 0 ? null : build("a");
  const b = isShown(row, isAggregateOnly) ? hideCounts(build("b"), row, isAggregateOnly) : null;
  return {
    ...{ step: row.step, a, b },
    workP50Difference: subtract(a?.workP50, b?.workP50),
    workP95Difference: subtract(a?.workP95, b?.workP95),
    waitP50Difference: subtract(a?.waitP50, b?.waitP50),
    waitP95Difference: subtract(a?.waitP95, b?.waitP95),
  };
}

function shapeEdge(row: ComparedEdgeRow, isAggregateOnly: boolean): ComparedEdge {
  const a = row.a_cases === 0 ? null : buildFigures(row.a_cases, divide(row.a_cases, row.all_a_cases), row.a_duration);
  const b = isShown(row, isAggregateOnly)
    ? buildPeerFigures(
        row,
        { share: divide(row.told_cases, row.all_told_cases), durations: row.b_duration },
        isAggregateOnly,
      )
    : null;
  return {
    ...{ from: row.from_step, to: row.to_step, a, b },
    shareDifference: subtractShares(a?.share ?? null, b, isAggregateOnly),
    durationP50Difference: subtract(a?.durationP50, b?.durationP50),
  };
}

function hideCounts(figures: ComparedStepFigures, row: ComparedStepRow, isAggregateOnly: boolean): ComparedStepFigures {
  if (!isAggregateOnly) return figures;
  const waits = isEnough(row.wait_peers, isAggregateOnly) ? {} : { waitP50: null, waitP95: null };
  return { ...figures, ...waits, cases: null, times: null, share: coarsen(figures.share) };
}
