import type { ExceptionView } from "../exception-view.js";
import type { ExceptionState, SeverityPartName } from "./exception-words.js";

/** SeverityPart is what one part adds to a severity, and from what. */
export interface SeverityPart {
  readonly id: SeverityPartName;
  readonly title: string;
  /** What it adds, in points of 100. */
  readonly points: number;
  /** What it could add at most, by its weight. */
  readonly most: number;
  /** What it is made of: an amount, seconds, or 0..1; null where the source said nothing. */
  readonly value: number | null;
  /** From which value on it is full. */
  readonly full: number;
  /** money, seconds or ratio. */
  readonly unit: string;
}

/** RankedException is an exception with how bad it is and why. */
export interface RankedException extends ExceptionView {
  readonly state: ExceptionState;
  /** Until it was resolved, or until now; null when nobody said when it was raised. */
  readonly ageSeconds: number | null;
  /** 0..100. */
  readonly severity: number;
  readonly severityParts: readonly SeverityPart[];
  /** Open exceptions of the same class at the same client, this one included, and in how many stores. */
  readonly alike: { readonly open: number; readonly stores: number };
}

/** ExceptionClassTotal is what the exceptions of one class add up to; currencies are never added. */
export interface ExceptionClassTotal {
  readonly class: string;
  readonly count: number;
  readonly stores: number;
  readonly money: readonly { readonly amount: number; readonly currency: string }[];
}
