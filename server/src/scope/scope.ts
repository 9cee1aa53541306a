import type { Role } from "./role.js";

/** ScopeLimits narrows a tenant, one list of ids a dimension; null is unlimited, an empty list sees nothing. */
export interface ScopeLimits {
  readonly clients: readonly string[] | null;
  /** Region ids, as `region` or `client/region`; resolved to stores by the registry. */
  readonly regions: readonly string[] | null;
  /** Store ids, as `store` (in any client of the scope) or `client/store`; resolved by the registry. */
  readonly stores: readonly string[] | null;
  readonly channels: readonly string[] | null;
  readonly partners: readonly string[] | null;
}

/** ScopeGrant is what `buildScope` is given by whoever proved the caller's identity. */
export interface ScopeGrant extends Partial<ScopeLimits> {
  readonly tenant: string;
  readonly role: Role;
  /** The person or key that asks, for audit and rate limits. */
  readonly subjectId: string;
}

class ScopeValue implements ScopeLimits {
  // A private field makes the class nominal: no literal, spread or cast-free code can pass as a scope.
  readonly #isBuilt = true;
  readonly tenant: string;
  readonly clients: readonly string[] | null;
  readonly regions: readonly string[] | null;
  readonly stores: readonly string[] | null;
  readonly channels: readonly string[] | null;
  readonly partners: readonly string[] | null;
  readonly role: Role;
  readonly maySeeSql: boolean;
  readonly subjectId: string;

  constructor(grant: ScopeGrant) {
    if (grant.tenant === "") throw new Error("A scope needs a tenant.");
    this.tenant = grant.tenant;
    this.clients = grant.clients ?? null;
    this.regions = grant.regions ?? null;
    this.stores = grant.stores ?? null;
    this.channels = grant.channels ?? null;
    this.partners = grant.partners ?? null;
    this.role = grant.role;
    this.maySeeSql = grant.role === "administrator" || grant.role === "analyst";
    this.subjectId = grant.subjectId;
    Object.freeze(this);
  }

  static isScope(value: unknown): value is ScopeValue {
    return typeof value === "object" && value !== null && #isBuilt in value;
  }
}

/** Scope says what a caller may see. It comes from a session or key, never from a request; only `buildScope` makes one. */
export type Scope = ScopeValue;

/** buildScope makes the scope of a caller whose identity was proven. Throws when the tenant is empty. */
export function buildScope(grant: ScopeGrant): Scope {
  return new ScopeValue(grant);
}

/** isScope tells a built scope from anything that merely looks like one. */
export function isScope(value: unknown): value is Scope {
  return ScopeValue.isScope(value);
}
