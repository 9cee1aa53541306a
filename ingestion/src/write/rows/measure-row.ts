import type { ReceivedEvent } from "../../events/received-event.js";
import { buildAttributes } from "../../resolve/build-attributes.js";
import { tsvDecimal, tsvInstant, tsvMap, tsvNumber, tsvText } from "./tsv.js";

/** MEASURE_COLUMNS are the columns of `encodeMeasureRow`. */
export const MEASURE_COLUMNS = [
  "tenant",
  "client",
  "measure",
  "source",
  "id",
  "time",
  "value",
  "expected",
  "tolerance_absolute",
  "tolerance_relative",
  "quantity",
  "unit",
  "currency",
  "entity_type",
  "entity_id",
  "store",
  "channel",
  "partner",
  "region",
  "brand",
  "workflow",
  "attributes",
  "content_hash",
];

/** encodeMeasureRow writes a `measure.recorded`, or a `check.recorded`, which has an expected value. */
export function encodeMeasureRow(received: ReceivedEvent): string {
  const { event } = received;
  const isCheck = event.kind === "check.recorded";
  return (
    `${tsvText(received.tenant)}\t${tsvText(event.client)}\t${tsvText(event.measure)}\t${tsvText(event.source)}\t${tsvText(event.id)}\t` +
    `${tsvInstant(received.timeMs)}\t${tsvDecimal(event.value ?? 0)}\t${tsvDecimal(isCheck ? event.expected : undefined)}\t` +
    `${tsvDecimal(event.tolerance?.absolute)}\t${tsvNumber(event.tolerance?.relative)}\t${tsvDecimal(event.quantity)}\t` +
    `${tsvText(event.unit)}\t${tsvText(event.currency)}\t${tsvText(event.entity?.type)}\t${tsvText(event.entity?.id)}\t` +
    `${tsvText(event.store)}\t${tsvText(event.channel)}\t${tsvText(event.partner)}\t${tsvText(event.region)}\t` +
    `${tsvText(event.brand)}\t${tsvText(event.workflow)}\t${tsvMap(buildAttributes(event))}\t${received.contentHash}\n`
  );
}
