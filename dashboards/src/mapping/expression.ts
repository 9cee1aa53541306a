/** Expression says how one value comes from a row of a file or from a payload. The list is closed and nothing is evaluated. */
export type Expression =
  | string
  | number
  | boolean
  /** The text of a column, trimmed; absent when it is one of the missing words. `row: next` = the next row of the group. */
  | { readonly column: string; readonly row?: "this" | "next" | undefined; readonly keepMissing?: boolean | undefined }
  /** What a path expression names in the payload (or the object of an NDJSON line): one text, number or truth value. */
  | { readonly path: string; readonly keepMissing?: boolean | undefined }
  /** The same in the element that `forEach` is at; `@` is the element itself. */
  | { readonly item: string; readonly keepMissing?: boolean | undefined }
  /** The place of the element that `forEach` is at, from 1, padded with zeros to `pad` digits. */
  | { readonly position: { readonly pad?: number | undefined } }
  /** A header the payload came with. */
  | { readonly header: string }
  /** The exact sum of the numbers a path names; absent when it names none. */
  | { readonly sum: string }
  /** How many values a path names. */
  | { readonly count: string }
  /** A named value of `values`. */
  | { readonly value: string }
  /** The line number, padded with zeros to `pad` digits. */
  | { readonly line: { readonly pad?: number | undefined } }
  /** An instant from text, by the first of `formats` (Luxon tokens, or `iso`, `unix`, `unix-ms`) that fits; `optional` reports unreadable text and goes on without. */
  | {
      readonly date: Expression;
      readonly formats: readonly string[];
      readonly timeZone?: string | undefined;
      readonly endOfDay?: boolean | undefined;
      readonly optional?: boolean | undefined;
    }
  | { readonly number: Expression; readonly optional?: boolean | undefined }
  | { readonly lower: Expression }
  | { readonly upper: Expression }
  /** The parts one after the other; absent when one of them is. */
  | { readonly concat: readonly Expression[] }
  | {
      readonly lookup: Expression;
      readonly table: Readonly<Record<string, string | number | boolean>>;
      readonly otherwise?: Expression | undefined;
    }
  /** The first that is present. */
  | { readonly first: readonly Expression[] }
  | { readonly latest: readonly Expression[] }
  | { readonly earliest: readonly Expression[] }
  | { readonly if: Condition; readonly then: Expression; readonly else?: Expression | undefined };

/** Condition is a closed list of comparisons; a comparison with an absent side is false. */
export type Condition =
  | { readonly left: Expression; readonly is: Comparison; readonly right: Expression }
  | { readonly present: Expression }
  | { readonly absent: Expression }
  | { readonly lastOfGroup: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** COMPARISONS compare instants, numbers (also written as text) or texts. */
export const COMPARISONS = ["before", "after", "less", "atMost", "greater", "atLeast", "equal", "notEqual"] as const;

/** Comparison is one of `COMPARISONS`. */
export type Comparison = (typeof COMPARISONS)[number];
