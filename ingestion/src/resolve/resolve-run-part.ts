import type { EventDocument } from "../events/event-document.js";
import { readInstant } from "../events/read-instant.js";
import type { ReceivedEvent } from "../events/received-event.js";
import { buildAttributes } from "./build-attributes.js";
import { buildMoney } from "./build-money.js";
import type { FoldPart } from "./fold-part.js";
import { pickText } from "./pick-text.js";
import type { RunFields, RunFinish, RunPartBody } from "./run-part-body.js";

/** resolveRunPart says what a `run.started` or `run.finished` contributes to its run. */
export function resolveRunPart(received: ReceivedEvent): FoldPart<RunPartBody> {
  const { event } = received;
  const isStart = event.kind === "run.started";
  return {
    source: event.source,
    id: event.id,
    name: isStart ? "started" : "finished",
    timeMs: received.timeMs,
    contentHash: received.text.hash,
    body: {
      startedAtMs: isStart ? received.timeMs : readOptional(event.startedAt),
      dueAtMs: readOptional(event.dueAt),
      finish: isStart ? undefined : buildFinish(event),
      receivedAtMs: received.receivedAtMs,
      attempts: typeof event.attempts === "number" ? event.attempts : undefined,
      money: buildMoney(event),
      attributes: buildAttributes(event),
      fields: buildFields(event),
    },
  };
}

/** resolvePausePart says what a `run.paused` or `run.resumed` contributes to its run. */
export function resolvePausePart(received: ReceivedEvent): FoldPart<RunPartBody> {
  const { event } = received;
  const isEnd = event.kind === "run.resumed";
  return {
    source: event.source,
    id: event.id,
    name: isEnd ? "resumed" : "paused",
    timeMs: received.timeMs,
    contentHash: received.text.hash,
    body: {
      pause: { isEnd, reason: event.reason ?? "" },
      attributes: buildAttributes(event),
      fields: buildFields(event),
    },
  };
}

/** readOptional reads an instant that may be absent. */
function readOptional(text: string | undefined): number | undefined {
  return typeof text === "string" ? readInstant(text) : undefined;
}

function buildFinish(event: EventDocument): RunFinish {
  const { error } = event;
  return {
    outcome: event.outcome ?? "failed",
    promise: event.promise ?? undefined,
    errorClass: pickText(error?.class),
    errorCode: pickText(error?.code),
    errorMessage: pickText(error?.message),
  };
}

function buildFields(event: EventDocument): RunFields {
  const { entity } = event;
  return {
    kind: event.runKind ?? undefined,
    source: event.source,
    store: pickText(event.store),
    channel: pickText(event.channel),
    partner: pickText(event.partner),
    region: pickText(event.region),
    brand: pickText(event.brand),
    correlation: pickText(event.correlation),
    actor: pickText(event.actor),
    workflowVersion: pickText(event.workflowVersion),
    entityType: pickText(entity?.type),
    entityId: pickText(entity?.id),
    entityVersion: pickText(entity?.version),
    change: pickText(event.change),
    evidence: pickText(event.evidence),
    humanTouched: typeof event.humanTouched === "boolean" ? String(event.humanTouched) : undefined,
  };
}
