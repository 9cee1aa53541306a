import type { SqlParameters } from "../../metrics/compiler/sql-parameters.js";

/** ConformanceSteps says of the declared steps, whose codes are 1 to `count` in their order, which must happen and which happen once. */
export interface ConformanceSteps {
  readonly count: number;
  readonly required: readonly number[];
  readonly once: readonly number[];
}

/** DEVIATION_COLUMNS are the ways in which a run can deviate, in the order of `DEVIATION_KINDS`. */
export const DEVIATION_COLUMNS = ["missing", "extra", "repeated", "out_of_order"] as const;

const MAX_DEVIATIONS = 500;

/**
 * buildConformanceColumns returns columns that compare the `path` of a variant with the declared steps, and columns that sum them
 * over all variants. A declared step is out of order when its first occurrence comes after that of a step declared later.
 */
export function buildConformanceColumns(
  steps: ConformanceSteps | undefined,
  params: SqlParameters,
): { columns: readonly string[]; overall: readonly string[] } {
  if (steps === undefined) return { columns: [], overall: [] };
  const count = params.add("declared_count", "UInt32", steps.count);
  const required = params.add("required", "Array(UInt32)", steps.required);
  const once = params.add("once", "Array(UInt32)", steps.once);
  const named = (codes: string) => `arrayMap(code -> names[code], ${codes})`;
  const kinds = DEVIATION_COLUMNS.map((kind, position) => `arrayMap(step -> (${position}, step), ${kind})`);
  return {
    columns: [
      "arrayDistinct(path) AS first_codes",
      `arrayFilter(code -> code <= ${count}, first_codes) AS declared_codes`,
      `${named(`arrayFilter(code -> NOT has(path, code), ${required})`)} AS missing`,
      `${named(`arrayFilter(code -> code > ${count}, first_codes)`)} AS extra`,
      `${named(`arrayFilter(code -> countEqual(path, code) > 1, ${once})`)} AS repeated`,
      `${named(`arrayFilter((code, place) -> place > 1 AND arrayMax(arraySlice(declared_codes, 1, place - 1)) > code, declared_codes, arrayEnumerate(declared_codes))`)} AS out_of_order`,
      `arrayConcat(${kinds.join(", ")}) AS deviations`,
    ],
    overall: [
      "sumIf(cases, is_total = 0 AND empty(deviations)) OVER () AS conforming_cases",
      `arraySlice(arrayReverseSort(each -> (each.2, each.1), arrayZip(tupleElement(sumMapIf(deviations, arrayWithConstant(length(deviations), cases), is_total = 0) OVER (), 1), tupleElement(sumMapIf(deviations, arrayWithConstant(length(deviations), cases), is_total = 0) OVER (), 2))), 1, ${MAX_DEVIATIONS}) AS all_deviations`,
    ],
  };
}
