import type { Dimension } from "../../graphql/operations.js";

/** CoverageBy is what the rows of the coverage calendar are. */
export type CoverageBy = "source" | "client" | "store";

/** coverageGroups says by what each kind of row is asked for, and what it is called. */
export const coverageGroups: Readonly<
  Record<CoverageBy, { readonly words: string; readonly dimensions: readonly Dimension[] }>
> = {
  source: { words: "By source", dimensions: ["SOURCE"] },
  client: { words: "By client", dimensions: ["CLIENT"] },
  store: { words: "By store", dimensions: ["CLIENT", "STORE"] },
};

/** readCoverageBy reads the rows of the calendar from the URL; sources unless told. */
export function readCoverageBy(text: string | undefined): CoverageBy {
  return text === "client" || text === "store" ? text : "source";
}
