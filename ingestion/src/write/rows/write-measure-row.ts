import type { ReceivedEvent } from "../../events/received-event.js";
import { buildAttributes } from "../../resolve/build-attributes.js";
import type { RowWriter } from "./row-writer.js";

/** MEASURE_COLUMNS are the columns of `writeMeasureRow`. */
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

/** writeMeasureRow writes a `measure.recorded`, or a `check.recorded`, which has an expected value. */
export function writeMeasureRow(rows: RowWriter, received: ReceivedEvent): void {
  const { event } = received;
  const isCheck = event.kind === "check.recorded";
  rows.text(received.tenant).text(event.client).text(event.measure).text(event.source).text(event.id);
  rows
    .instant(received.timeMs)
    .decimal(event.value ?? 0)
    .decimal(isCheck ? event.expected : undefined);
  rows.decimal(event.tolerance?.absolute).number(event.tolerance?.relative).decimal(event.quantity);
  rows.text(event.unit).text(event.currency).text(event.entity?.type).text(event.entity?.id);
  rows.text(event.store).text(event.channel).text(event.partner).text(event.region).text(event.brand);
  rows.text(event.workflow).map(buildAttributes(event)).whole(received.text.hash).endRow();
}
