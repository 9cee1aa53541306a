/** AnnotationKind is what may be marked on a chart over time, as GraphQL writes it. */
export type AnnotationKind = "PROMOTION" | "INCIDENT" | "CORRECTION" | "RELEASE";

/** Annotation is something that happened and may explain a figure; `until` null = it was a moment, or goes on. */
export interface Annotation {
  readonly kind: AnnotationKind;
  readonly at: Date;
  readonly until: Date | null;
  readonly title: string;
  readonly client: string | null;
  readonly workflow: string | null;
  /** The change, anomaly, correction or version it is. */
  readonly id: string;
}

/** AnnotationQuestion asks for what happened in [from, to). */
export interface AnnotationQuestion {
  readonly from: Date;
  readonly to: Date;
  readonly kinds: readonly AnnotationKind[];
}
