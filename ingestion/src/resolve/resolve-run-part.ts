import type { EventDocument } from "../events/event-document.js";
import { readInstant } from "../events/read-instant.js";
import type { ReceivedEvent } from "../events/received-event.js";
import { buildAttributes } from "./build-attributes.js";
import { buildMoney } from "./build-money.js";
import type { FoldPart } from "./fold-part.js";
import { pickTexts } from "./pick-texts.js";
import type { RunFinish, RunPartBody } from "./run-part-body.js";

/** resolveRunPart says what a `run.started` or `run.finished` contributes to its run. */
export function resolveRunPart(received: ReceivedEvent): FoldPart<RunPartBody> {
  const { event } = received;
  const isStart = event.kind === "run.started";
  const startedAtMs = isStart ? received.timeMs : readOptional(event.startedAt);
  const dueAtMs = readOptional(event.dueAt);
  const money = buildMoney(event);
  const attributes = buildAttributes(event);
  return {
    source: event.source,
    id: event.id,
    name: isStart ? "started" : "finished",
    timeMs: received.timeMs,
    contentHash: received.contentHash,
    body: {
      ...(startedAtMs === undefined ? {} : { startedAtMs }),
      ...(dueAtMs === undefined ? {} : { dueAtMs }),
      ...(isStart ? {} : { finish: buildFinish(event) }),
      ...(typeof event.attempts === "number" ? { attempts: event.attempts } : {}),
      ...(money === undefined ? {} : { money }),
      ...(attributes === undefined ? {} : { attributes }),
      fields: buildFields(event),
    },
  };
}

/** readOptional reads an instant that may be absent. */
function readOptional(text: string | undefined): number | undefined {
  return typeof text === "string" ? readInstant(text) : undefined;
}

function buildFinish(event: EventDocument): RunFinish {
  const error = event.error ?? {};
  return {
    outcome: event.outcome ?? "failed",
    ...(event.promise ? { promise: event.promise } : {}),
    ...(error.class ? { errorClass: error.class } : {}),
    ...(error.code ? { errorCode: error.code } : {}),
    ...(error.message ? { errorMessage: error.message } : {}),
  };
}

function buildFields(event: EventDocument): NonNullable<RunPartBody["fields"]> {
  return pickTexts({
    kind: event.runKind,
    source: event.source,
    store: event.store,
    channel: event.channel,
    partner: event.partner,
    region: event.region,
    brand: event.brand,
    correlation: event.correlation,
    actor: event.actor,
    workflowVersion: event.workflowVersion,
    entityType: event.entity?.type,
    entityId: event.entity?.id,
    entityVersion: event.entity?.version,
    change: event.change,
    evidence: event.evidence,
    humanTouched: typeof event.humanTouched === "boolean" ? String(event.humanTouched) : undefined,
  });
}
