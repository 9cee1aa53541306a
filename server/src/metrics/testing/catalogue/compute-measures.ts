import type { CatalogueFacts, FactRange, MeasureFact } from "./catalogue-facts.js";
import { independentMaths } from "./independent-maths.js";

const { countOf, gather, percentile, share, sumOf } = independentMaths;

const HOUR = 3_600_000;
const delta = (check: MeasureFact) => (check.value - (check.expected ?? 0)) * (check.quantity ?? 1);
/** Tolerances of these facts are absolute; hundredths, so that no binary fraction decides. */
const isWrong = (check: MeasureFact) =>
  Math.abs(Math.round(check.value * 100) - Math.round((check.expected ?? 0) * 100)) > (check.absolute ?? 0) * 100;

/** computeMeasures answers the figures of measures and checks by their definitions in words. */
export function computeMeasures(facts: CatalogueFacts, range: FactRange): Record<string, () => number | null> {
  const inRange = facts.measures.filter(({ time }) => time >= range.from && time < range.to);
  const checks = (name: string) => inRange.filter((row) => row.expected !== undefined && row.measure === name);
  const reports = (name: string) => inRange.filter((row) => row.expected === undefined && row.measure === name);
  const wrongShare = (name: string) => () => share(countOf(checks(name), isWrong), checks(name).length);
  const add = (name: string) => sumOf(reports(name), (row) => row.value);
  const placeOf = (row: MeasureFact) => [row.client, row.source, row.store, row.channel, row.partner, row.entity];
  const newest = (name: string) =>
    gather(reports(name), placeOf).map(
      (rows) => [...rows].sort((a, b) => b.time - a.time || (a.id < b.id ? 1 : -1))[0]?.value ?? 0,
    );
  const refunded = sumOf(checks("refund"), (check) => Math.max(0, delta(check)));
  const hours = gather(reports("stock.on_hand"), (row) => [
    row.client,
    row.store,
    row.entity,
    Math.floor(row.time / HOUR),
  ]);
  const leakage = sumOf(
    [...["price", "settlement"].flatMap(checks), ...["refund", "discount"].flatMap(checks)].filter(isWrong),
    (check) => Math.max(0, ["refund", "discount"].includes(check.measure) ? delta(check) : -delta(check)),
  );
  const stock = sumOf(
    gather(reports("stock.value"), placeOf).map((rows) => sumOf(rows, (row) => row.value) / rows.length),
    (mean) => mean,
  );
  const breaks = inRange.filter(
    (row) => row.expected !== undefined && row.measure.startsWith("reconciliation.") && isWrong(row),
  );
  return {
    price_conflict_rate: wrongShare("price"),
    inventory_mismatch_rate: wrongShare("inventory.position"),
    listing_discrepancy_rate: wrongShare("listing.attribute"),
    tax_mismatch_rate: wrongShare("tax"),
    refund_mismatch_rate: wrongShare("refund"),
    settlement_gap: () => sumOf(checks("settlement"), (check) => Math.abs(delta(check))),
    refund_leakage: () => refunded,
    refund_leakage_rate: () =>
      share(
        refunded,
        sumOf(checks("refund"), (check) => check.value * (check.quantity ?? 1)),
      ),
    oversell_rate: () => {
      const positions = checks("inventory.position");
      return share(
        countOf(positions, (check) => isWrong(check) && delta(check) > 0),
        positions.length,
      );
    },
    stock_discrepancy: () =>
      share(
        sumOf(checks("stock.count"), (check) => Math.abs(check.value - (check.expected ?? 0))),
        sumOf(checks("stock.count"), (check) => check.expected ?? 0),
      ),
    sell_through_variance: () =>
      share(
        sumOf(checks("sell_through"), (check) => check.value - (check.expected ?? 0)),
        sumOf(checks("sell_through"), (check) => check.expected ?? 0),
      ),
    reconciliation_breaks: () => gather(breaks, (row) => [...placeOf(row), row.workflow, row.time]).length,
    stockout_rate: () =>
      share(
        countOf(hours, (rows) => rows.some((row) => row.value <= 0)),
        hours.length,
      ),
    queue_depth: () => {
      const values = newest("queue.depth");
      return values.length === 0 ? null : sumOf(values, (value) => value);
    },
    backlog_age: () => {
      const values = newest("queue.oldest_age");
      return values.length === 0 ? null : Math.max(...values);
    },
    api_error_rate: () => share(add("api.errors"), add("api.calls")),
    api_throttle_rate: () => share(add("api.throttled"), add("api.calls")),
    api_latency_p95: () =>
      percentile(
        reports("api.duration").map((row) => row.value / (row.unit === "ms" ? 1000 : 1)),
        0.95,
      ),
    net_sales: () => add("sales.net"),
    leakage_money: () => leakage,
    margin_leakage: () => share(leakage, add("sales.net")),
    handling_minutes: () => add("handling.minutes"),
    inventory_turns: () => (reports("sales.cost").length === 0 ? null : share(add("sales.cost"), stock)),
    check_net_delta: () =>
      sumOf(
        inRange.filter((row) => row.expected !== undefined),
        delta,
      ),
    check_absolute_delta: () =>
      sumOf(
        inRange.filter((row) => row.expected !== undefined),
        (row) => Math.abs(delta(row)),
      ),
  };
}
