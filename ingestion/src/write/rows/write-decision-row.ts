import type { ReceivedEvent } from "../../events/received-event.js";
import { buildAttributes } from "../../resolve/build-attributes.js";
import { pickText } from "../../resolve/pick-text.js";
import type { RowWriter } from "./row-writer.js";

/** DECISION_COLUMNS are the columns of `writeDecisionRow`. */
export const DECISION_COLUMNS = [
  "tenant",
  "client",
  "decision",
  "kind",
  "source",
  "id",
  "time",
  "model",
  "model_version",
  "action",
  "confidence",
  "verdict",
  "reason",
  "workflow",
  "run",
  "exception",
  "entity_type",
  "entity_id",
  "store",
  "channel",
  "partner",
  "region",
  "brand",
  "actor",
  "attributes",
  "content_hash",
];

/** writeDecisionRow writes a `decision.made` or a `decision.reviewed`. */
export function writeDecisionRow(rows: RowWriter, received: ReceivedEvent): void {
  const { event } = received;
  rows.text(received.tenant).text(event.client).text(event.decision);
  rows
    .text(event.kind === "decision.made" ? "made" : "reviewed")
    .text(event.source)
    .text(event.id);
  rows.instant(received.timeMs).text(event.model).text(pickText(event.modelVersion)).text(event.action);
  rows.number(event.confidence).text(event.verdict).text(event.reason).text(event.workflow).text(event.run);
  rows.text(event.exception).text(event.entity?.type).text(event.entity?.id).text(event.store).text(event.channel);
  rows.text(event.partner).text(event.region).text(event.brand).text(event.actor).map(buildAttributes(event));
  rows.whole(received.text.hash).endRow();
}
