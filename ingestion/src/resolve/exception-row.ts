import type { Money } from "./build-money.js";

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
  readonly raisedAtMs?: number | undefined;
  readonly isResolved?: true | undefined;
  readonly money?: Money | undefined;
  readonly compliance?: number | undefined;
  readonly partnerImpact?: number | undefined;
  readonly fields?: { readonly [Field in ExceptionField]?: string | undefined } | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
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
