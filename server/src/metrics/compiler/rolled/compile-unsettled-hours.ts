import { buildReach, type Reach } from "../../../scope/reach.js";
import { buildReachConditions } from "../build-reach-conditions.js";
import { SqlParameters } from "../sql-parameters.js";
import type { Statement } from "../statement.js";

/**
 * compileUnsettledHours asks for the hours of a range in which a run is counted that ended at or behind the end of the range: seen from
 * there it was open, and cells count it as ended. It is asked of all stores of the clients in reach, which are fewer cells; the hours
 * only say where rows must be read, and are shown to nobody.
 */
export function compileUnsettledHours(
  reach: Reach,
  { columns, from, asOf }: { readonly columns: readonly string[]; readonly from: Date; readonly asOf: Date },
): Statement {
  const params = new SqlParameters();
  const { filter } = reach.parts;
  const ofAllStores = { ...reach.parts, stores: null, filterRegionStores: null, filter: { ...filter, stores: null } };
  const hour = (name: string, at: Date) =>
    params.add(name, "DateTime('UTC')", at.toISOString().replace("T", " ").slice(0, 19));
  const conditions = [
    ...buildReachConditions(buildReach(ofAllStores), "run", params),
    `hour >= toStartOfHour(${hour("hours_from", from)})`,
    `hour <= ${hour("hours_to", asOf)}`,
  ];
  const isBehind = (column: string) => `${column} >= ${params.addInstant("as_of", asOf)}`;
  conditions.push(`(${columns.map(isBehind).join(" OR ")})`);
  const found = columns.map((column) => `max(${isBehind(column)}) AS has_${column}`);
  const sql = `SELECT ${["toUnixTimestamp(hour) * 1000 AS hour_ms", ...found].join(", ")}
FROM run_hour FINAL
WHERE ${conditions.join("\n  AND ")}
GROUP BY hour`;
  return { name: "metrics.run.unsettled", sql, params: params.values };
}
