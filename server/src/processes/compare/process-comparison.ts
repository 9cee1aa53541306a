import type { PeerDimension } from "./choose-peers.js";

/** ComparedFigures is what one side did of a variant, a step or an edge; durations are seconds. Counts of peers are null where they are only told as aggregates. */
export interface ComparedFigures {
  readonly cases: number | null;
  readonly share: number | null;
  readonly durationP50: number | null;
  readonly durationP95: number | null;
}

/** ComparedVariant is a variant on both sides; a side that did not do it, or whose peers are too few to be told, is null. */
export interface ComparedVariant {
  readonly steps: readonly string[];
  readonly stepCount: number;
  readonly isCut: boolean;
  readonly a: ComparedFigures | null;
  readonly b: ComparedFigures | null;
  /** a - b; null where b is withheld. */
  readonly shareDifference: number | null;
}

/** ComparedStepFigures is what one side did of a step; `share` is of its cases. */
export interface ComparedStepFigures {
  readonly cases: number | null;
  readonly times: number | null;
  readonly share: number | null;
  readonly workP50: number | null;
  readonly workP95: number | null;
  readonly waitP50: number | null;
  readonly waitP95: number | null;
}

/** ComparedStep is a step on both sides; differences are a - b in seconds. */
export interface ComparedStep {
  readonly step: string;
  readonly a: ComparedStepFigures | null;
  readonly b: ComparedStepFigures | null;
  readonly workP50Difference: number | null;
  readonly workP95Difference: number | null;
  readonly waitP50Difference: number | null;
  readonly waitP95Difference: number | null;
}

/** ComparedEdge is an edge on both sides; `share` is of all edges of a side. */
export interface ComparedEdge {
  readonly from: string;
  readonly to: string;
  readonly a: ComparedFigures | null;
  readonly b: ComparedFigures | null;
  readonly shareDifference: number | null;
  readonly durationP50Difference: number | null;
}

/** ProcessComparison is how a place does what its peers do, too. */
export interface ProcessComparison {
  readonly dimension: PeerDimension;
  /** Whether peers are told only as aggregates: no counts, and nothing that fewer than five of them did. */
  readonly isAggregateOnly: boolean;
  /** How many peers had a case; null when too few to be told. */
  readonly peers: number | null;
  readonly a: ComparedFigures;
  readonly b: ComparedFigures | null;
  readonly variants: readonly ComparedVariant[];
  readonly stepFigures: readonly ComparedStep[];
  readonly edges: readonly ComparedEdge[];
  readonly asOf: Date;
}
