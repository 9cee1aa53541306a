/** Draw makes choices from a source of random numbers. */
export class Draw {
  constructor(private readonly random: () => number) {}

  pick<T>(...choices: readonly [T, ...T[]]): T {
    return choices[Math.floor(this.random() * choices.length)] ?? choices[0];
  }

  whole(from: number, to: number): number {
    return from + Math.floor(this.random() * (to - from + 1));
  }

  chance(share: number): boolean {
    return this.random() < share;
  }

  list<T>(count: number, make: (place: number) => T): T[] {
    return Array.from({ length: count }, (_, place) => make(place));
  }
}
