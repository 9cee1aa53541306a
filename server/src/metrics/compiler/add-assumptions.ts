import { ASSUMPTION_RULES, type MetricAssumptions } from "../settings/metric-assumptions.js";
import type { SqlParameters } from "./sql-parameters.js";

/** addAssumptions binds the assumptions that a text refers to by `{name:Float64}`: what the tenant stated, else the standard. */
export function addAssumptions(text: string, assumptions: MetricAssumptions | undefined, params: SqlParameters): void {
  for (const { name, standard } of ASSUMPTION_RULES)
    if (text.includes(`{${name}:Float64}`))
      params.add(name, "Float64", assumptions?.find(name, "")?.low ?? standard ?? 0);
}
