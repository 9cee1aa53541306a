import type { ChangeSignal } from "@watchfloor/sql";
import type { Observable, Subscription } from "rxjs";
import { BriefCache } from "../registry/brief-cache.js";
import type { ReachFilter } from "../scope/reach.js";
import type { Scope } from "../scope/scope.js";

/** Open pages ask together after a change; what changes by time alone is at most this old. */
const REMEMBER_MS = 1_000;
const REMEMBER_QUESTIONS = 500;

/**
 * FreshCache shares one answer among all who ask the same within the same scope for up to a second. An answer asked for before
 * rows of the tenant were stored is never given after it, so nobody who was told of a change sees the state before it.
 */
export class FreshCache<Value> {
  private readonly tenants = new Map<string, BriefCache<Value>>();
  private readonly subscription: Subscription;

  constructor(private readonly options: { stored$: Observable<ChangeSignal>; now: () => Date }) {
    this.subscription = options.stored$.subscribe(({ tenant }) => this.tenants.delete(tenant));
  }

  /** get answers from memory or loads once; limits of the scope, not the person, decide what is shared. */
  get(scope: Scope, filter: ReachFilter | null | undefined, load: () => Promise<Value>): Promise<Value> {
    const { clients, regions, stores, channels, partners } = scope;
    return this.getTenant(scope.tenant).get(
      JSON.stringify([clients, regions, stores, channels, partners, filter ?? null]),
      load,
    );
  }

  close(): void {
    this.subscription.unsubscribe();
  }

  private getTenant(tenant: string): BriefCache<Value> {
    const known = this.tenants.get(tenant);
    if (known !== undefined) return known;
    const cache = new BriefCache<Value>({ forMs: REMEMBER_MS, maxEntries: REMEMBER_QUESTIONS, now: this.options.now });
    this.tenants.set(tenant, cache);
    return cache;
  }
}
