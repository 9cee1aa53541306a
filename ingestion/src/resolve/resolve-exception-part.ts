import type { ReceivedEvent } from "../events/received-event.js";
import { buildAttributes } from "./build-attributes.js";
import { buildMoney } from "./build-money.js";
import type { ExceptionPartBody } from "./exception-row.js";
import type { FoldPart } from "./fold-part.js";
import { pickText } from "./pick-text.js";

/** resolveExceptionPart says what an `exception.raised` or `exception.resolved` contributes to its exception. */
export function resolveExceptionPart(received: ReceivedEvent): FoldPart<ExceptionPartBody> {
  const { event } = received;
  const isRaise = event.kind === "exception.raised";
  return {
    source: event.source,
    id: event.id,
    name: isRaise ? "raised" : "resolved",
    timeMs: received.timeMs,
    contentHash: received.text.hash,
    body: {
      raisedAtMs: isRaise ? received.timeMs : undefined,
      isResolved: isRaise ? undefined : true,
      money: buildMoney(event),
      compliance: typeof event.compliance === "number" ? event.compliance : undefined,
      partnerImpact: typeof event.partnerImpact === "number" ? event.partnerImpact : undefined,
      attributes: buildAttributes(event),
      fields: {
        class: pickText(event.class),
        source: event.source,
        store: pickText(event.store),
        channel: pickText(event.channel),
        partner: pickText(event.partner),
        region: pickText(event.region),
        brand: pickText(event.brand),
        workflow: pickText(event.workflow),
        run: pickText(event.run),
        entityType: pickText(event.entity?.type),
        entityId: pickText(event.entity?.id),
        message: pickText(event.message),
        cause: pickText(event.cause),
        resolution: pickText(event.resolution),
      },
    },
  };
}
