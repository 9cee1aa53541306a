/** What the words of `buildPromiseWords` are where no policy is: the deadline of the source, on the wall clock, whatever the pauses. */
const PLAIN: Readonly<Record<string, string>> = {
  sla_due_at: "due_at",
  sla_due_ms: "due_ms",
  deadline_at: "due_at",
  deadline_ms: "due_ms",
  has_sla_due: "has_due",
  has_promise: "(has_due OR promise != '')",
  sla_risk_ms: "started_ms + intDiv(4 * (due_ms - started_ms) + 4, 5) - 1",
  sla_policy_id: "''",
  sla_allowed: "toFloat64(0)",
  sla_limit_ms: "if(has_start AND has_due, due_ms - started_ms, toInt64(0))",
  sla_clock_ms:
    "if(has_start, least(finished_ms, toUnixTimestamp64Milli({as_of:DateTime64(3, 'UTC')})) - started_ms, toInt64(0))",
};

/** renderPlainPromise writes a formula for a tenant without policies: it costs what the columns themselves cost. */
export function renderPlainPromise(sql: string): string {
  return sql.replace(/\b[a-z_]+\b/g, (word) => PLAIN[word] ?? word);
}
