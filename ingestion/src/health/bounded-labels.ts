/** OTHER stands for everything beyond the bound. */
export const OTHER = "other";

/**
 * BoundedLabels keeps the number of time series in bounds: what senders name becomes a label of its own for the first `max` names
 * that had an event accepted, `other` for the rest. What is refused makes no label, or one bad sender could fill them.
 */
export class BoundedLabels {
  readonly #known = new Set<string>();

  constructor(private readonly max: number) {}

  /** choose returns the label of a name within a group. */
  choose(group: string, name: string, isAccepted: boolean): string {
    const place = `${group}\0${name}`;
    if (this.#known.has(place)) return name;
    if (!isAccepted || this.#known.size >= this.max) return OTHER;
    this.#known.add(place);
    return name;
  }
}
