/** OutcomeRow is how many cases ended in which way. */
export interface OutcomeRow {
  readonly succeeded: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly dead_lettered: number;
  readonly compensated: number;
}

/** Pair is percentile 50 and 95 in milliseconds; null without a sample. */
export type Pair = readonly [number | null, number | null];

/** VariantRow is a row of `compileVariants`; figures OVER all variants are the same in every row. */
export interface VariantRow extends OutcomeRow {
  readonly is_total: 0 | 1;
  readonly steps: readonly string[];
  readonly path_length: number;
  readonly cases: number;
  readonly started_cases: number;
  readonly durations: Pair;
  readonly spans: Pair;
  readonly elapsed: number;
  readonly tied_cases: number;
  readonly variant_count: number;
  readonly singleton_count: number;
  readonly repeating_cases: number;
  readonly looping_cases: number;
  readonly cases_by_length: readonly [readonly number[], readonly number[]];
  readonly missing?: readonly string[];
  readonly extra?: readonly string[];
  readonly repeated?: readonly string[];
  readonly out_of_order?: readonly string[];
  readonly conforming_cases?: number;
  readonly all_deviations?: readonly (readonly [readonly [number, string], number])[];
}
