import type { Comparison, DashboardComparison } from "../../graphql/operations.js";

/** Compared says with which earlier ranges figures are compared, the first of them in words. */
export type Compared = readonly Comparison[];

const words: Readonly<Record<DashboardComparison, Compared>> = {
  PREVIOUS: ["PREVIOUS_PERIOD"],
  LAST_YEAR: ["SAME_PERIOD_LAST_YEAR"],
  BOTH: ["PREVIOUS_PERIOD", "SAME_PERIOD_LAST_YEAR"],
  NONE: [],
};

/** comparedWords lists what the address may say, with words for people. */
export const comparedWords: readonly {
  readonly id: string;
  readonly words: string;
  readonly is: DashboardComparison;
}[] = [
  { id: "previous", words: "the period before", is: "PREVIOUS" },
  { id: "last-year", words: "last year", is: "LAST_YEAR" },
  { id: "both", words: "the period before and last year", is: "BOTH" },
  { id: "none", words: "nothing", is: "NONE" },
];

/** readCompared reads from the address what figures are compared with; what the definition says otherwise. */
export function readCompared(text: string | undefined, fallback: DashboardComparison): Compared {
  return words[comparedWords.find(({ id }) => id === text)?.is ?? fallback];
}
