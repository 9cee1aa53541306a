/** Identities of one generation; two generations are kept. About 100 bytes each. */
const GENERATION_SIZE = 150_000;

/**
 * RecentIdentities remembers the identities of events accepted lately, exactly (a false hit would lose an event).
 * It makes repeats cheap; that they are harmless does not depend on it.
 */
export class RecentIdentities {
  #young = new Set<string>();
  #old = new Set<string>();

  has(identity: string): boolean {
    return this.#young.has(identity) || this.#old.has(identity);
  }

  add(identity: string): void {
    if (this.#young.size >= GENERATION_SIZE) {
      this.#old = this.#young;
      this.#young = new Set();
    }
    this.#young.add(identity);
  }

  forget(identity: string): void {
    this.#young.delete(identity);
    this.#old.delete(identity);
  }
}
