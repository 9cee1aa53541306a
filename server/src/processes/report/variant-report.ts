import type { DeclaredStep } from "@watchfloor/sql";
import type { Outcome } from "../../runs/run-words.js";

/** DEVIATION_KINDS: a required step that did not happen, one that nobody declared, one that happened again, one that came after a later one. */
export const DEVIATION_KINDS = ["MISSING", "EXTRA", "REPEATED", "OUT_OF_ORDER"] as const;
/** DeviationKind is one of `DEVIATION_KINDS`. */
export type DeviationKind = (typeof DEVIATION_KINDS)[number];

/** Deviation is one way in which a run differs from the declared steps. */
export interface Deviation {
  readonly kind: DeviationKind;
  readonly step: string;
}

/** OutcomeCount is how many cases ended so. */
export interface OutcomeCount {
  readonly outcome: Outcome;
  readonly cases: number;
}

/** Variant is the cases that did the same steps in the same order; durations are of the runs, in seconds. */
export interface Variant {
  /** The first 200. */
  readonly steps: readonly string[];
  readonly stepCount: number;
  readonly isCut: boolean;
  readonly cases: number;
  readonly share: number;
  readonly durationP50: number | null;
  readonly durationP95: number | null;
  readonly outcomes: readonly OutcomeCount[];
  /** Null when no steps are declared. */
  readonly deviations: readonly Deviation[] | null;
}

/** Conformance compares all cases with the declared steps. */
export interface Conformance {
  readonly declared: readonly DeclaredStep[];
  readonly conforming: number;
  readonly share: number | null;
  readonly deviations: readonly (Deviation & { readonly cases: number; readonly share: number })[];
}

/** NO_CONFORMANCE_REASONS: nobody declared steps, or the clients of the question declare different ones. */
export const NO_CONFORMANCE_REASONS = ["NOT_DECLARED", "DECLARED_DIFFERENTLY"] as const;
/** NoConformanceReason is one of `NO_CONFORMANCE_REASONS`. */
export type NoConformanceReason = (typeof NO_CONFORMANCE_REASONS)[number];

/** Edge is one step directly after another; it lasts from start to start, in seconds. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly durationP50: number | null;
  readonly durationP95: number | null;
}

/** StepFigures is what is known of one step over all cases, in seconds. */
export interface StepFigures {
  readonly step: string;
  readonly times: number;
  readonly cases: number;
  readonly failures: number;
  readonly failureRate: number | null;
  readonly reworkedCases: number;
  readonly repeats: number;
  readonly starts: number;
  readonly ends: number;
  readonly workP50: number | null;
  readonly workP95: number | null;
  readonly workTotal: number;
  readonly waitP50: number | null;
  readonly waitP95: number | null;
  readonly share: number | null;
  readonly shareOfAll: number | null;
  readonly isBottleneck: boolean;
}

/** VariantOverview is the part of a report that comes from the variants. */
export interface VariantOverview {
  readonly cases: number;
  readonly casesWithoutSteps: number;
  readonly casesWithRepeats: number;
  readonly casesWithLoops: number;
  readonly variantCount: number;
  readonly singletonCount: number;
  readonly stepTotal: number;
  readonly stepsPerCaseP50: number | null;
  readonly stepsPerCaseP95: number | null;
  readonly durationP50: number | null;
  readonly durationP95: number | null;
  readonly spanP50: number | null;
  readonly spanP95: number | null;
  readonly outcomes: readonly OutcomeCount[];
  readonly variants: readonly Variant[];
  readonly others: { readonly variants: number; readonly cases: number; readonly share: number | null };
  readonly conformance: Conformance | null;
  readonly noConformanceReason: NoConformanceReason | null;
  readonly asOf: Date;
}
