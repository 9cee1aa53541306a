import type { ReceivedEvent } from "../../events/received-event.js";
import { readInstant } from "../../events/read-instant.js";
import { buildAttributes } from "../../resolve/build-attributes.js";
import type { RowWriter } from "./row-writer.js";

/** STEP_COLUMNS are the columns of `writeStepRow`. */
export const STEP_COLUMNS = [
  "tenant",
  "client",
  "workflow",
  "run",
  "source",
  "id",
  "step",
  "started_at",
  "finished_at",
  "outcome",
  "attempt",
  "from_system",
  "to_system",
  "error_class",
  "error_code",
  "error_message",
  "sequence",
  "store",
  "channel",
  "partner",
  "attributes",
  "content_hash",
];

/** writeStepRow writes a `step.finished`. */
export function writeStepRow(rows: RowWriter, received: ReceivedEvent): void {
  const { event } = received;
  const error = event.error ?? {};
  rows.text(received.tenant).text(event.client).text(event.workflow).text(event.run).text(event.source).text(event.id);
  rows
    .text(event.step)
    .instant(readInstant(event.startedAt ?? "") ?? 0)
    .instant(received.timeMs);
  rows
    .text(event.outcome)
    .whole(event.attempt ?? 1)
    .text(event.from)
    .text(event.to);
  rows.text(error.class).text(error.code).text(error.message).number(event.sequence);
  rows.text(event.store).text(event.channel).text(event.partner);
  rows.map(buildAttributes(event)).whole(received.text.hash).endRow();
}
