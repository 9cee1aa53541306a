import { schema } from "@watchfloor/sql";
import { sql, type SQLWrapper } from "drizzle-orm";
import type { IncidentRecord } from "./incident-record.js";

const { alertIncident } = schema;

/**
 * IncidentOrder says what comes first: the newest; or the worst, which is the most severe, of these what nobody has taken, then what the rules
 * named as `moneyRules` count in money, the most first, then the newest.
 */
export type IncidentOrder =
  { readonly by: "newest" } | { readonly by: "worst"; readonly moneyRules: readonly string[] };

/** IncidentKeyPart is one value of what a row is ordered by. */
export type IncidentKeyPart = number | Date | string;

/** NEWEST_FIRST is the order of history. */
export const NEWEST_FIRST: IncidentOrder = { by: "newest" };

const RANK: Readonly<Record<IncidentRecord["severity"], number>> = { critical: 20, warning: 10, info: 0 };
const STANDING: Readonly<Record<IncidentRecord["status"], number>> = { open: 2, acknowledged: 1, resolved: 0 };

/** buildIncidentSort gives what rows are sorted by, all of it descending; `buildIncidentKey` gives the same of a row that was read. */
export function buildIncidentSort(order: IncidentOrder): readonly SQLWrapper[] {
  const { firedAt, id, severity, status, ruleId, value } = alertIncident;
  if (order.by === "newest") return [firedAt, id];
  const rank = sql`(case ${severity} when 'critical' then 20 when 'warning' then 10 else 0 end
    + case ${status} when 'open' then 2 when 'acknowledged' then 1 else 0 end)::double precision`;
  const money =
    order.moneyRules.length === 0
      ? sql`0::double precision`
      : sql`case when ${ruleId} in (${sql.join(
          order.moneyRules.map((rule) => sql`${rule}`),
          sql`, `,
        )}) then coalesce(${value}, 0) else 0 end::double precision`;
  return [rank, money, firedAt, id];
}

/** buildIncidentKey gives what a row is ordered by. */
export function buildIncidentKey(row: IncidentRecord, order: IncidentOrder): readonly IncidentKeyPart[] {
  const { firedAt, id, severity, status, ruleId, value } = row;
  if (order.by === "newest") return [firedAt, id];
  return [RANK[severity] + STANDING[status], order.moneyRules.includes(ruleId) ? (value ?? 0) : 0, firedAt, id];
}

/** writeIncidentCursor writes a key as text. */
export function writeIncidentCursor(key: readonly IncidentKeyPart[]): string {
  return key.map((part) => (part instanceof Date ? part.toISOString() : String(part))).join(" ");
}

/** readIncidentCursor reads it back; undefined where it is none of that order, so that the list begins anew. */
export function readIncidentCursor(text: string, by: IncidentOrder["by"]): readonly IncidentKeyPart[] | undefined {
  const parts = text.split(" ");
  const [id, at] = [parts.pop() ?? "", new Date(parts.pop() ?? "")];
  const numbers = parts.map(Number);
  const isWhole = numbers.length === (by === "newest" ? 0 : 2) && numbers.every(Number.isFinite);
  return isWhole && id !== "" && !Number.isNaN(at.getTime()) ? [...numbers, at, id] : undefined;
}
