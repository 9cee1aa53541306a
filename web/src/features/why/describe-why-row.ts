import type { MetricRowKind } from "../../graphql/operations.js";
import type { Names } from "../../registry/build-names.js";
import type { WhyRow } from "./why-query.js";

/** WhyRowWords is a row as people read it, and the run it leads to. */
export interface WhyRowWords {
  readonly title: string;
  readonly kind: string;
  readonly where: string;
  readonly run: { readonly client: string; readonly workflow: string; readonly run: string } | null;
}

const kinds: Readonly<Record<MetricRowKind, string>> = {
  RUN: "run",
  STEP: "step",
  EXCEPTION: "exception",
  MEASURE: "measure",
  EVENT: "event",
  REJECTED_EVENT: "refused event",
  OUT_OF_SEQUENCE: "event out of sequence",
  FEED_COUNT: "5 minutes of a feed",
  CHANGE: "change",
  MINUTE: "minute",
  DECISION: "decision",
  CORRELATION: "correlation",
};

/** describeWhyRow says what a row is and where it happened, with titles; a row that is a run, or part of one, leads to it. */
export function describeWhyRow(row: WhyRow, names: Names): WhyRowWords {
  const { client, workflow, run } = row;
  const place = [
    row.store === null ? "" : names.store(client, row.store),
    row.channel === null ? "" : names.channel(client, row.channel),
    row.partner === null ? "" : names.partner(client, row.partner),
  ].filter((part) => part !== "");
  const what = workflow === null ? (row.source ?? names.client(client)) : names.workflow(client, workflow);
  return {
    title: `${what}, ${row.id}`,
    kind: kinds[row.kind],
    where: place.length === 0 ? names.client(client) : place.join(", "),
    run: run === null || workflow === null ? null : { client, workflow, run },
  };
}

/** chooseRowUnit says in what a row is counted: rows of money in their currency, rows of a share one by one, all others in the unit of the metric. */
export function chooseRowUnit(
  metricUnit: string,
  row: Pick<WhyRow, "currency">,
): { readonly unit: string; readonly currency: string | null } {
  if (metricUnit === "money") return { unit: metricUnit, currency: row.currency };
  return { unit: metricUnit === "ratio" ? "count" : metricUnit, currency: null };
}
