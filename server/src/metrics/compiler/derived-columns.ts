import { buildPromiseTable, type PromiseNeeds } from "../../sla/promises/build-promise-table.js";
import type { PromiseRules } from "../../sla/promises/promise-rules.js";
import { renderPlainPromise } from "../../sla/promises/render-plain-promise.js";
import type { MetricSource } from "../metric-definition.js";
import { chooseRunColumns } from "./run-columns.js";
import type { SqlParameters } from "./sql-parameters.js";

/**
 * DERIVED_COLUMNS are the words formulas are written in. `as_of` is min(end of the range, now): a run that ended later counts as
 * open, so the figures of a past range stay still. Far future (2200-01-01) stands for an absent instant.
 */
export const DERIVED_COLUMNS: Record<Exclude<MetricSource, "feed">, Readonly<Record<string, string>>> = {
  run: {
    has_start: "started_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC')",
    has_due: "due_at < toDateTime64('2200-01-01 00:00:00', 3, 'UTC')",
    has_ended: "finished_at < {as_of:DateTime64(3, 'UTC')}",
    started_ms: "toUnixTimestamp64Milli(started_at)",
    due_ms: "toUnixTimestamp64Milli(due_at)",
    finished_ms: "toUnixTimestamp64Milli(finished_at)",
    duration_seconds: "(toUnixTimestamp64Milli(finished_at) - toUnixTimestamp64Milli(started_at)) / 1000",
    lateness_seconds: "(toUnixTimestamp64Milli(finished_at) - toUnixTimestamp64Milli(deadline_at)) / 1000",
    is_late: "has_ended AND finished_at > deadline_at AND outcome != 'cancelled'",
    is_cancelled_in_time: "has_ended AND outcome = 'cancelled' AND finished_at <= deadline_at",
    decided_at: "least(finished_at, sla_due_at)",
    promise_state:
      "multiIf(NOT has_ended, 'overdue', promise = 'kept', 'met', promise = 'broken', 'breached', " +
      "outcome = 'succeeded' AND finished_at <= sla_due_at, 'met', outcome = 'cancelled' AND finished_at <= sla_due_at, 'excluded', 'breached')",
  },
  exception: {
    raised_ms: "toUnixTimestamp64Milli(raised_at)",
    resolved_ms: "toUnixTimestamp64Milli(resolved_at)",
  },
  // An event counts in the bucket in which its 5-minute slice begins, because that is how receipts are counted.
  event: {
    slice_at: "toDateTime64(toStartOfFiveMinutes(time), 3, 'UTC')",
    lag_seconds: "(toUnixTimestamp64Milli(received_at) - toUnixTimestamp64Milli(time)) / 1000",
    is_late: "lag_seconds > 900 AND backfill = 0",
  },
  feed_count: { slice_at: "toDateTime64(slice, 3, 'UTC')" },
  rejected_event: { slice_at: "toDateTime64(toStartOfFiveMinutes(ifNull(time, received_at)), 3, 'UTC')" },
  measure: {
    is_check: "isNotNull(expected)",
    is_match:
      "abs(value - assumeNotNull(expected)) <= ifNull(tolerance_absolute, 0) OR " +
      "toDecimal256(abs(value - assumeNotNull(expected)), 9) <= toDecimal256(toString(round(ifNull(tolerance_relative, 0), 9)), 9) * toDecimal256(abs(assumeNotNull(expected)), 9)",
  },
};

/** ColumnWords is how one statement writes its words. */
export interface ColumnWords {
  /** render writes a formula for the rows of the statement. */
  render(sql: string): string;
  /** choose returns the `WITH` entries that a text needs. */
  choose(text: string): string[];
  /** renderFrom writes FROM and WHERE of a table with the final version of each row. */
  renderFrom(table: string, conditions: readonly string[], text: string): string[];
}

const PROMISE_WORDS = /\b(sla_\w+|has_sla_due|has_promise|deadline_at|decided_at|promise_state)\b/;

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
    renderFrom: (table, conditions) => [`FROM ${table} FINAL`, `WHERE ${conditions.join("\n  AND ")}`],
  };
  if (source !== "run") return plain;
  if (rules === undefined) {
    const written = Object.fromEntries(Object.entries(own).map(([word, sql]) => [word, renderPlainPromise(sql)]));
    return { ...plain, render: renderPlainPromise, choose: (text) => chooseColumns(written, text) };
  }
  return {
    ...plain,
    choose: (text) => chooseColumns({ ...own, ...POLICY_WORDS }, text),
    renderFrom(table, conditions, text) {
      const isPromised = (sql: string) => PROMISE_WORDS.test([sql, ...chooseColumns(own, sql)].join(" "));
      const outer = conditions.filter(isPromised);
      if (outer.length === 0 && !isPromised(text)) return plain.renderFrom(table, conditions, text);
      const inner = conditions.filter((condition) => !isPromised(condition));
      const used = [text, ...chooseColumns(own, text), ...outer].join(" ");
      const rows = `(SELECT ${chooseRunColumns(used)} FROM ${table} FINAL WHERE ${inner.join("\n  AND ")})`;
      const from = buildPromiseTable(rules, { rows, needs: chooseNeeds(used) }, params);
      return [`FROM ${from}`, ...(outer.length === 0 ? [] : [`WHERE ${outer.join("\n  AND ")}`])];
    },
  };
}

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
