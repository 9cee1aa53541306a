import type { PromiseRules } from "../sla/promises/promise-rules.js";
import { isScope, type Scope } from "./scope.js";

/** Pair is an id together with its client, because ids of stores, channels and partners are unique only within a client. */
export interface Pair {
  readonly client: string;
  readonly id: string;
}

/** ReachFilter is what a question narrows its scope to; a missing list does not narrow. */
export interface ReachFilter {
  readonly clients?: readonly string[] | null;
  readonly stores?: readonly string[] | null;
  readonly channels?: readonly string[] | null;
  readonly partners?: readonly string[] | null;
  readonly regions?: readonly string[] | null;
  readonly brands?: readonly string[] | null;
  readonly workflows?: readonly string[] | null;
  readonly steps?: readonly string[] | null;
  readonly sources?: readonly string[] | null;
  readonly measures?: readonly string[] | null;
  readonly changes?: readonly string[] | null;
  readonly outcomes?: readonly string[] | null;
  readonly errorClasses?: readonly string[] | null;
  readonly exceptionClasses?: readonly string[] | null;
  readonly attributes?: readonly { readonly name: string; readonly value: string }[] | null;
}

/** ReachParts is a scope and a filter with everything resolved that the registry must resolve. */
export interface ReachParts {
  readonly scope: Scope;
  /** Stores, channels and partners the scope is limited to; null is unlimited. */
  readonly stores: readonly Pair[] | null;
  readonly channels: readonly Pair[] | null;
  readonly partners: readonly Pair[] | null;
  /** Stores of the regions the filter names; null when it names none. */
  readonly filterRegionStores: readonly Pair[] | null;
  readonly filter: ReachFilter;
  /** Region of every store in reach, to group by region. */
  readonly regionOfStore: readonly (Pair & { readonly region: string })[];
  /** What decides about promises within the scope; missing = deadlines alone. */
  readonly promises?: PromiseRules | undefined;
  /** Steps that every run of a workflow should do, where somebody declared them; `id` is the workflow. */
  readonly requiredSteps?: readonly (Pair & { readonly steps: readonly string[] })[];
}

class ReachValue {
  readonly #isResolved = true;

  constructor(readonly parts: ReachParts) {
    if (!isScope(parts.scope)) throw new Error("No question may be compiled without a scope.");
    Object.freeze(this);
  }

  static isReach(value: unknown): value is ReachValue {
    return typeof value === "object" && value !== null && #isResolved in value;
  }
}

/** Reach is a scope resolved by the registry and narrowed by a filter: the only thing the compiler builds conditions from. */
export type Reach = ReachValue;

/** buildReach makes a reach. Throws when the scope was not made by `buildScope`. */
export function buildReach(parts: ReachParts): Reach {
  return new ReachValue(parts);
}

/** isReach tells a resolved reach from anything that merely looks like one. */
export function isReach(value: unknown): value is Reach {
  return ReachValue.isReach(value);
}
