/** Scope is what the person narrowed the pages to; an empty list means everything they may see. */
export interface Scope {
  readonly clients: readonly string[];
  readonly regions: readonly string[];
  readonly stores: readonly string[];
  readonly channels: readonly string[];
  readonly partners: readonly string[];
}

/** ScopeKey names one of the five ways to narrow. */
export type ScopeKey = keyof Scope;
