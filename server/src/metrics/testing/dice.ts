/** Dice draws the same numbers every time. */
export class Dice {
  constructor(private state: number) {}

  /** next draws a number from 0 up to 1. */
  next(): number {
    this.state = (this.state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return this.state / 2_147_483_648;
  }

  pick<T>(options: readonly T[]): T {
    const chosen = options[Math.floor(this.next() * options.length)];
    if (chosen === undefined) throw new Error("nothing to pick from");
    return chosen;
  }

  /** between draws a whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }
}
