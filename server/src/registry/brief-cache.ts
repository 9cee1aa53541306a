interface Entry<Value> {
  readonly value: Promise<Value>;
  readonly staleAt: number;
  isRefreshing: boolean;
}

/** BriefCacheOptions: an answer is given for `forMs`, and for `refreshForMs` longer while a new one is being loaded. */
export interface BriefCacheOptions {
  readonly forMs: number;
  readonly refreshForMs?: number;
  readonly maxEntries: number;
  readonly now: () => Date;
}

/**
 * BriefCache remembers answers for a few seconds, so that a burst of requests asks the database once.
 * An entry is the promise itself: what was asked before a `forget` is never put back after it.
 */
export class BriefCache<Value> {
  private readonly entries = new Map<string, Entry<Value>>();

  constructor(private readonly options: BriefCacheOptions) {}

  /** get answers from the cache, or loads once however many ask meanwhile; a failed load is not remembered. */
  get(key: string, load: () => Promise<Value>): Promise<Value> {
    const askedAt = this.options.now().getTime();
    const known = this.entries.get(key);
    if (known !== undefined && askedAt < known.staleAt) return known.value;
    if (known !== undefined && askedAt < known.staleAt + (this.options.refreshForMs ?? 0)) {
      this.refresh(key, known, load);
      return known.value;
    }
    const entry = this.begin(load());
    this.put(key, entry);
    entry.value.catch(() => {
      if (this.entries.get(key) === entry) this.entries.delete(key);
    });
    return entry.value;
  }

  /** The new answer takes the place of the old one only if nothing was forgotten meanwhile. */
  private refresh(key: string, known: Entry<Value>, load: () => Promise<Value>): void {
    if (known.isRefreshing) return;
    known.isRefreshing = true;
    const fresh = this.begin(load());
    fresh.value.then(
      () => {
        if (this.entries.get(key) === known) this.put(key, fresh);
      },
      () => (known.isRefreshing = false),
    );
  }

  private begin(value: Promise<Value>): Entry<Value> {
    return { value, staleAt: this.options.now().getTime() + this.options.forMs, isRefreshing: false };
  }

  private put(key: string, entry: Entry<Value>): void {
    this.entries.delete(key);
    this.dropOldest();
    this.entries.set(key, entry);
  }

  /** forget drops one key, or everything. */
  forget(key?: string): void {
    if (key === undefined) this.entries.clear();
    else this.entries.delete(key);
  }

  /** A Map iterates in order of insertion, so the first entries are the oldest. */
  private dropOldest(): void {
    for (const key of this.entries.keys()) {
      if (this.entries.size < this.options.maxEntries) return;
      this.entries.delete(key);
    }
  }
}
