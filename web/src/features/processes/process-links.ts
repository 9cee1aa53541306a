import type { RunPathInput } from "../../graphql/operations.js";

/** ProcessLinks lead from a process to the runs that went a way. */
export interface ProcessLinks {
  /** hrefOf is the address of the list of runs that went a way. */
  readonly hrefOf: (path: Omit<RunPathInput, "workflow" | "mergeRepeats">) => string;
  /** follow goes to an address without loading the application anew. */
  readonly follow: (href: string) => void;
}
