const INK = "#1f5fa8";

/** Point is a value of a chart, placed. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** buildLine draws values from left to right; where one is missing the line is broken, and a value without neighbours is a dot. */
export function buildLine(points: readonly (Point | null)[]): string {
  const stretches: Point[][] = [[]];
  for (const point of points) {
    if (point === null) stretches.push([]);
    else stretches.at(-1)?.push(point);
  }
  return stretches
    .flatMap((stretch) => {
      const [first] = stretch;
      if (first === undefined) return [];
      if (stretch.length === 1)
        return [`<circle cx="${round(first.x)}" cy="${round(first.y)}" r="2.5" fill="${INK}"/>`];
      const path = stretch.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
      return [`<path d="${path}" fill="none" stroke="${INK}" stroke-width="2" stroke-linejoin="round"/>`];
    })
    .join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
