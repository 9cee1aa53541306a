import { isSamePart, partKey, type FoldPart, type Subject } from "./fold-part.js";

/** Beyond this many parts a set finds a part faster than looking at each. */
const MANY_PARTS = 8;

/** SubjectState is what is known of one subject: the set of its parts and every day it was ever served under. */
export class SubjectState<Body = unknown> {
  readonly #parts: FoldPart<Body>[] = [];
  #keys: Set<string> | undefined;
  readonly #days: string[] = [];
  /**
   * isServed is true once this process has written the serving row of the state. A state read back from its parts may
   * come from a process that ended between the parts and the serving row, so it is served again when it is touched.
   */
  isServed = false;
  /** isOpen is true while more is expected of the subject, so that its parts are worth keeping at hand. */
  isOpen = true;

  constructor(readonly subject: Subject) {}

  /** add returns false when the part was known, which is how repeats stay harmless. */
  add(part: FoldPart<Body>): boolean {
    if (this.#has(part)) return false;
    this.#parts.push(part);
    this.#keys?.add(partKey(part));
    return true;
  }

  addDay(day: string): void {
    if (!this.#days.includes(day)) this.#days.push(day);
  }

  get parts(): readonly FoldPart<Body>[] {
    return this.#parts;
  }

  get days(): readonly string[] {
    return this.#days;
  }

  /**
   * version grows with every part, and a state that contains another has the greater version: whichever writer knows
   * more wins in the serving table, without a clock.
   */
  get version(): number {
    return this.#parts.length;
  }

  #has(part: FoldPart<Body>): boolean {
    if (this.#parts.length <= MANY_PARTS) return this.#parts.some((known) => isSamePart(known, part));
    this.#keys ??= new Set(this.#parts.map(partKey));
    return this.#keys.has(partKey(part));
  }
}
