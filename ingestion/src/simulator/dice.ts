/**
 * Dice is a small generator of pseudo-random numbers (mulberry32) that starts anew for each story from the story's own
 * coordinates. The same coordinates always give the same numbers, so any story can be told alone and in any order.
 */
export class Dice {
  #state = 0;

  /** start begins the sequence of one story. */
  start(seed: number, story: number, slot: number, index: number): void {
    let hash = mix(seed ^ 0x9e3779b9, story);
    hash = mix(hash, slot);
    this.#state = mix(hash, index);
  }

  /** next gives a number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let value = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** skip leaves out numbers, as if they had been drawn. */
  skip(count: number): void {
    this.#state = (this.#state + Math.imul(count, 0x6d2b79f5)) | 0;
  }

  /** between gives a number in [low, high). */
  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** chance is true with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** index gives an integer in [0, count). */
  index(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** choose picks one of the items, which must not be empty. */
  choose<T>(items: readonly T[]): T {
    const chosen = items[this.index(items.length)];
    if (chosen === undefined) throw new RangeError("nothing to choose from");
    return chosen;
  }

  /** logNormal gives a positive number with the given median; sigma 0.5 to 1 makes the long tail latencies have. */
  logNormal(median: number, sigma: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return median * Math.exp(sigma * radius * Math.cos(2 * Math.PI * this.next()));
  }

  /** count turns a mean number of stories in a slot into an integer with that mean. */
  count(mean: number): number {
    return Math.floor(mean + this.next());
  }
}

function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
