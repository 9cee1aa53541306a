/** renderRhythm says how long a silence may be that follows the rhythm of each feed, in so many of its beats (null = 3). */
export function renderRhythm(cadences: number | null): string {
  return `${cadences ?? 3} times its rhythm`;
}
