import type { Pair } from "./variant-row.js";

/** EdgeRow is a row of `compileEdges`. */
export interface EdgeRow {
  readonly from_step: string;
  readonly to_step: string;
  readonly times: number;
  readonly duration: Pair;
  readonly row_count: number;
}
