import { partKey, type FoldPart, type Subject } from "./fold-part.js";

/** SubjectState is what is known of one subject: the set of its parts and every day it was ever served under. */
export class SubjectState<Body = unknown> {
  readonly #parts = new Map<string, FoldPart<Body>>();
  readonly days = new Set<string>();
  /**
   * isServed is true once this process has written the serving row of the state. A state read back from its parts may
   * come from a process that ended between the parts and the serving row, so it is served again when it is touched.
   */
  isServed = false;

  constructor(readonly subject: Subject) {}

  /** add returns false when the part was known, which is how repeats stay harmless. */
  add(part: FoldPart<Body>): boolean {
    const key = partKey(part);
    if (this.#parts.has(key)) return false;
    this.#parts.set(key, part);
    return true;
  }

  get parts(): Iterable<FoldPart<Body>> {
    return this.#parts.values();
  }

  /**
   * version grows with every part, and a state that contains another has the greater version: whichever writer knows
   * more wins in the serving table, without a clock.
   */
  get version(): number {
    return this.#parts.size;
  }
}
