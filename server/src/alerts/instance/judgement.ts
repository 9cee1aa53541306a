/** Outcome is what one evaluation at one slot says about one instance: the words of section 3 of the specification. */
export type Outcome = "match" | "hold" | "clear" | "missing" | "error";

/** Judgement is an outcome with the value that led to it; null where there was none. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly value: number | null;
}
