/** ExceptionField is a text that an exception takes from the newest event that gives one. */
export type ExceptionField =
  | "class"
  | "source"
  | "store"
  | "channel"
  | "partner"
  | "region"
  | "brand"
  | "workflow"
  | "run"
  | "entityType"
  | "entityId"
  | "message"
  | "cause"
  | "resolution";

/** ExceptionPartBody is what one event says about one exception. */
export interface ExceptionPartBody {
  readonly raisedAtMs?: number;
  readonly isResolved?: true;
  readonly money?: { readonly amount: string; readonly currency: string };
  readonly compliance?: number;
  readonly partnerImpact?: number;
  readonly fields?: Readonly<Partial<Record<ExceptionField, string>>>;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** ExceptionRow is the folded state of one exception; undefined = absent. */
export interface ExceptionRow {
  readonly raisedAtMs: number | undefined;
  readonly resolvedAtMs: number | undefined;
  readonly money: string;
  readonly currency: string;
  readonly compliance: number;
  readonly partnerImpact: number;
  readonly fields: Readonly<Partial<Record<ExceptionField, string>>>;
  readonly attributes: Readonly<Record<string, string>>;
}
