import type { ReceivedEvent } from "../events/received-event.js";
import { buildAttributes } from "./build-attributes.js";
import { buildMoney } from "./build-money.js";
import type { ExceptionPartBody } from "./exception-row.js";
import type { FoldPart } from "./fold-part.js";
import { pickTexts } from "./pick-texts.js";

/** resolveExceptionPart says what an `exception.raised` or `exception.resolved` contributes to its exception. */
export function resolveExceptionPart(received: ReceivedEvent): FoldPart<ExceptionPartBody> {
  const { event } = received;
  const isRaise = event.kind === "exception.raised";
  const money = buildMoney(event);
  const attributes = buildAttributes(event);
  return {
    source: event.source,
    id: event.id,
    name: isRaise ? "raised" : "resolved",
    timeMs: received.timeMs,
    contentHash: received.contentHash,
    body: {
      ...(isRaise ? { raisedAtMs: received.timeMs } : { isResolved: true }),
      ...(money === undefined ? {} : { money }),
      ...(typeof event.compliance === "number" ? { compliance: event.compliance } : {}),
      ...(typeof event.partnerImpact === "number" ? { partnerImpact: event.partnerImpact } : {}),
      ...(attributes === undefined ? {} : { attributes }),
      fields: pickTexts({
        class: event.class,
        source: event.source,
        store: event.store,
        channel: event.channel,
        partner: event.partner,
        region: event.region,
        brand: event.brand,
        workflow: event.workflow,
        run: event.run,
        entityType: event.entity?.type,
        entityId: event.entity?.id,
        message: event.message,
        cause: event.cause,
        resolution: event.resolution,
      }),
    },
  };
}
