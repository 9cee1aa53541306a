/** Identities of one generation; two generations are kept. About 60 bytes each. */
const GENERATION_SIZE = 150_000;

type Generation = Map<string, Set<string>>;

/**
 * RecentIdentities remembers the identities of events accepted lately, exactly (a false hit would lose an event): for each
 * sender (tenant, client, source) the ids it used. It makes repeats cheap; that they are harmless does not depend on it.
 */
export class RecentIdentities {
  #young: Generation = new Map();
  #old: Generation = new Map();
  #youngSize = 0;

  has(sender: string, id: string): boolean {
    return this.#young.get(sender)?.has(id) === true || this.#old.get(sender)?.has(id) === true;
  }

  add(sender: string, id: string): void {
    if (this.#youngSize >= GENERATION_SIZE) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#youngSize = 0;
    }
    const ids = this.#young.get(sender);
    if (ids === undefined) this.#young.set(sender, new Set([id]));
    else ids.add(id);
    this.#youngSize += 1;
  }

  forget(sender: string, id: string): void {
    this.#young.get(sender)?.delete(id);
    this.#old.get(sender)?.delete(id);
  }
}
