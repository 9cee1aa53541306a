interface Entry<Value> {
  readonly value: Promise<Value>;
  readonly staleAt: number;
}

/**
 * BriefCache remembers answers for a few seconds, so that a burst of requests asks the database once.
 * An entry is the promise itself: what was asked before a `forget` is never put back after it.
 */
export class BriefCache<Value> {
  private readonly entries = new Map<string, Entry<Value>>();

  constructor(private readonly options: { forMs: number; maxEntries: number; now: () => Date }) {}

  /** get answers from the cache, or loads once however many ask meanwhile; a failed load is not remembered. */
  get(key: string, load: () => Promise<Value>): Promise<Value> {
    const askedAt = this.options.now().getTime();
    const known = this.entries.get(key);
    if (known !== undefined && askedAt < known.staleAt) return known.value;
    const entry = { value: load(), staleAt: askedAt + this.options.forMs };
    this.entries.delete(key);
    this.dropOldest();
    this.entries.set(key, entry);
    entry.value.catch(() => {
      if (this.entries.get(key) === entry) this.entries.delete(key);
    });
    return entry.value;
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
