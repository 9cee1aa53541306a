import { buildPromiseTable, type PromiseNeeds } from "../../sla/promises/build-promise-table.js";
import type { PromiseRules } from "../../sla/promises/promise-rules.js";
import { renderPlainPromise } from "../../sla/promises/render-plain-promise.js";
import { buildStampedTable } from "../../sla/stamps/build-stamped-table.js";
import { isStamped } from "../../sla/stamps/stamped-rules.js";
import type { MetricSource } from "../metric-definition.js";
import { DERIVED_COLUMNS } from "./derived-columns.js";
import { chooseRunColumns } from "./run-columns.js";
import type { RowPart } from "./choose-promised-rows.js";
import type { SqlParameters } from "./sql-parameters.js";

/** ColumnWords is how one statement writes its words. */
export interface ColumnWords {
  /** render writes a formula for the rows of the statement. */
  render(sql: string): string;
  /** choose returns the `WITH` entries that a text needs. */
  choose(text: string): string[];
  /** renderFrom writes FROM and WHERE of rows: a table with the final version of each, a subquery, or parts of a table. */
  renderFrom(rows: string | readonly RowPart[], conditions: readonly string[], text: string): string[];
}

const PROMISE_WORDS = /\b(sla_\w+|has_sla_due|has_promise|deadline_\w+|decided_at|promise_state)\b/;

/**
 * openColumnWords opens the words of a source for one statement. Promises are decided by the rules of the tenant; without any the deadline
 * of the source is the promise, and its column is written where a formula says `sla_due_at`.
 */
export function openColumnWords(
  source: Exclude<MetricSource, "feed">,
  rules: PromiseRules | undefined,
  params: SqlParameters,
): ColumnWords {
  const own = DERIVED_COLUMNS[source];
  const plain: ColumnWords = {
    render: (sql) => sql,
    choose: (text) => chooseColumns(own, text),
    renderFrom: (rows, conditions) =>
      typeof rows === "string"
        ? [`FROM ${rows}`, `WHERE ${conditions.join("\n  AND ")}`]
        : [`FROM ${renderParts("*", rows, conditions)}`],
  };
  if (source !== "run") return plain;
  if (rules === undefined) {
    const written = Object.fromEntries(Object.entries(own).map(([word, sql]) => [word, renderPlainPromise(sql)]));
    return { ...plain, render: renderPlainPromise, choose: (text) => chooseColumns(written, text) };
  }
  const all = { ...own, ...POLICY_WORDS };
  return {
    ...plain,
    choose: (text) => chooseColumns(all, text),
    renderFrom(rows, conditions, text) {
      const isPromised = (sql: string) => PROMISE_WORDS.test([sql, ...chooseColumns(own, sql)].join(" "));
      if (!isPromised([text, ...conditions].join(" "))) return plain.renderFrom(rows, conditions, text);
      // What says a word of the statement cannot be said within.
      const isOuter = (sql: string) => isPromised(sql) || LOCAL_WORDS.test(sql) || chooseColumns(all, sql).length > 0;
      const [inner, outer] = [conditions.filter((sql) => !isOuter(sql)), conditions.filter(isOuter)];
      const used = [text, ...chooseColumns(own, text), ...outer, ...chooseColumns(own, outer.join(" "))].join(" ");
      const parts = typeof rows === "string" ? [{ table: rows, conditions: [] }] : rows;
      const from = buildDecidedTable(rules, used, (columns) => renderParts(columns, parts, inner), params);
      return [`FROM ${from}`, ...(outer.length === 0 ? [] : [`WHERE ${outer.join("\n  AND ")}`])];
    },
  };
}

/** What a clock showed at an instant is not decided beforehand. */
function buildDecidedTable(
  rules: PromiseRules,
  used: string,
  select: (columns: string) => string,
  params: SqlParameters,
): string {
  const needs = chooseNeeds(used);
  if (isStamped(rules) && needs.clockAt === undefined)
    return buildStampedTable(rules, select(chooseRunColumns(used, true)), params);
  return buildPromiseTable(rules, { rows: select(chooseRunColumns(used)), needs }, params);
}

function renderParts(columns: string, parts: readonly RowPart[], conditions: readonly string[]): string {
  const selects = parts.map(
    (part) => `SELECT ${columns} FROM ${part.table} WHERE ${[...conditions, ...part.conditions].join("\n  AND ")}`,
  );
  return `(${selects.join("\n  UNION ALL ")})`;
}

/** isOfPromises tells whether what a formula says of a run depends on the policies of its tenant. */
export function isOfPromises(sql: string): boolean {
  return PROMISE_WORDS.test([sql, ...chooseColumns(DERIVED_COLUMNS.run, sql)].join(" "));
}

/** Words that statements of ages define by themselves. */
const LOCAL_WORDS = /\b(is_open|at_ms|age_seconds)\b/;

function chooseNeeds(text: string): PromiseNeeds {
  const asOf = "least(toUnixTimestamp64Milli(finished_at), toUnixTimestamp64Milli({as_of:DateTime64(3, 'UTC')}))";
  return {
    isDue: /\b(sla_due_\w+|has_sla_due|has_promise|deadline_at)\b/.test(text),
    isRisk: /\bsla_risk_ms\b/.test(text),
    clockAt: /\bsla_clock_ms\b/.test(text) ? asOf : undefined,
  };
}

/** Words of promises that are no columns of `buildPromiseTable`. */
const POLICY_WORDS = {
  has_sla_due: "sla_due_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC')",
  has_promise:
    "if(sla_policy = 0, due_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC'), sla_is_known) OR promise != ''",
};

function chooseColumns(columns: Readonly<Record<string, string>>, text: string): string[] {
  const all = Object.entries(columns);
  const chosen = new Set<string>();
  const add = (within: string) => {
    const words = new Set(within.match(/\b[a-z_]+\b/g));
    for (const [word, sql] of all)
      if (words.has(word) && !chosen.has(word)) {
        chosen.add(word);
        add(sql);
      }
  };
  add(text);
  return all.filter(([word]) => chosen.has(word)).map(([word, sql]) => `${sql} AS ${word}`);
}
