import type { DeclaredStep } from "@watchfloor/sql";
import type { DeclaredChoice } from "../choose-declared-steps.js";
import { buildInterpolated } from "./build-interpolated.js";
import type { OutcomeRow, VariantRow } from "./variant-row.js";
import {
  DEVIATION_KINDS,
  type Conformance,
  type Deviation,
  type OutcomeCount,
  type Variant,
  type VariantOverview,
} from "./variant-report.js";

/** buildSeconds turns milliseconds into seconds; what is absent stays so. */
export function buildSeconds(ms: number | null | undefined): number | null {
  return ms == null ? null : ms / 1000;
}

/** buildOutcomes lists the outcomes that occurred. */
export function buildOutcomes(row: OutcomeRow): OutcomeCount[] {
  const counts: OutcomeCount[] = [
    { outcome: "SUCCEEDED", cases: row.succeeded },
    { outcome: "FAILED", cases: row.failed },
    { outcome: "CANCELLED", cases: row.cancelled },
    { outcome: "DEAD_LETTERED", cases: row.dead_lettered },
    { outcome: "COMPENSATED", cases: row.compensated },
  ];
  return counts.filter(({ cases }) => cases > 0);
}

/** shapeVariantOverview turns the rows of `compileVariants` into figures; `runCount` includes runs without any step. */
export function shapeVariantOverview(
  rows: readonly VariantRow[],
  given: { runCount: number; choice: DeclaredChoice; asOf: Date },
): VariantOverview {
  const total = rows.find((row) => row.is_total === 1);
  const cases = total?.cases ?? 0;
  const { steps: declared, reason } = given.choice;
  const variants = rows.filter((row) => row.is_total === 0).map((row) => shapeVariant(row, cases, declared));
  const shown = variants.reduce((sum, variant) => sum + variant.cases, 0);
  const [lengths = [], counts = []] = total?.cases_by_length ?? [];
  const byLength = lengths.map((length, position) => [length, counts[position] ?? 0] as const);
  return {
    cases,
    casesWithoutSteps: given.runCount - cases + (byLength.find(([length]) => length === 0)?.[1] ?? 0),
    casesWithRepeats: total?.repeating_cases ?? 0,
    casesWithLoops: total?.looping_cases ?? 0,
    variantCount: total?.variant_count ?? 0,
    singletonCount: total?.singleton_count ?? 0,
    stepTotal: byLength.reduce((sum, [length, count]) => sum + length * count, 0),
    stepsPerCaseP50: buildInterpolated(byLength, 0.5),
    stepsPerCaseP95: buildInterpolated(byLength, 0.95),
    durationP50: buildSeconds(total?.durations[0]),
    durationP95: buildSeconds(total?.durations[1]),
    spanP50: buildSeconds(total?.spans[0]),
    spanP95: buildSeconds(total?.spans[1]),
    outcomes: total === undefined ? [] : buildOutcomes(total),
    variants,
    others: {
      variants: (total?.variant_count ?? 0) - variants.length,
      cases: cases - shown,
      share: cases === 0 ? null : (cases - shown) / cases,
    },
    conformance: declared === null ? null : shapeConformance(declared, total),
    noConformanceReason: reason,
    asOf: given.asOf,
  };
}

function shapeVariant(row: VariantRow, cases: number, declared: readonly DeclaredStep[] | null): Variant {
  return {
    steps: row.steps,
    stepCount: row.path_length,
    isCut: row.path_length > row.steps.length,
    cases: row.cases,
    share: row.cases / cases,
    durationP50: buildSeconds(row.durations[0]),
    durationP95: buildSeconds(row.durations[1]),
    outcomes: buildOutcomes(row),
    deviations: declared === null ? null : listDeviations(row),
  };
}

function listDeviations(row: VariantRow): Deviation[] {
  const lists = [row.missing, row.extra, row.repeated, row.out_of_order];
  return DEVIATION_KINDS.flatMap((kind, position) => (lists[position] ?? []).map((step) => ({ kind, step })));
}

function shapeConformance(declared: readonly DeclaredStep[], total: VariantRow | undefined): Conformance {
  const cases = total?.cases ?? 0;
  const conforming = total?.conforming_cases ?? 0;
  return {
    declared,
    conforming,
    share: cases === 0 ? null : conforming / cases,
    deviations: (total?.all_deviations ?? []).flatMap(([[position, step], count]) => {
      const kind = DEVIATION_KINDS[position];
      return kind === undefined ? [] : [{ kind, step, cases: count, share: count / cases }];
    }),
  };
}
