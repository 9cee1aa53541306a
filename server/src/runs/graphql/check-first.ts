import { Problem } from "../../graphql/problem.js";

const MAX_FIRST = 200;

/** checkFirst returns the length of a page, or refuses one that is not 1 to 200. */
export function checkFirst(first: number): number {
  if (first >= 1 && first <= MAX_FIRST) return first;
  throw new Problem("BAD_USER_INPUT", `first is ${first}.`, { field: "first", remedy: `Ask for 1 to ${MAX_FIRST}.` });
}
