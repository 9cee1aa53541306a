import type { ChangeTarget, EventDocument } from "../events/event-document.js";
import { readInstant } from "../events/read-instant.js";
import type { ReceivedEvent } from "../events/received-event.js";
import { buildAttributes } from "./build-attributes.js";
import { buildMoney } from "./build-money.js";
import { buildTargetKey } from "./build-target-key.js";
import type { FoldPart } from "./fold-part.js";
import { pickText } from "./pick-text.js";
import type { RunFields, RunPartBody } from "./run-part-body.js";

/** RunContribution is a part and the run it belongs to. */
export interface RunContribution {
  readonly run: string;
  readonly part: FoldPart<RunPartBody>;
}

/** buildTargetRunId is the id of the run that a change opens for one target. */
export function buildTargetRunId(change: string, targetKey: string): string {
  return `${change}|${targetKey}`;
}

/** resolvePublishedParts opens one run a target of a `change.published`. Repeated targets are one. */
export function resolvePublishedParts(received: ReceivedEvent): RunContribution[] {
  const { event } = received;
  const dueAtMs = typeof event.dueAt === "string" ? readInstant(event.dueAt) : undefined;
  const money = buildMoney(event);
  const attributes = buildAttributes(event);
  const entityFields = buildEntityFields(event);
  const byKey = new Map((event.targets ?? []).map((target) => [buildTargetKey(target), target]));
  return [...byKey].map(([key, target]) => ({
    run: buildTargetRunId(event.change ?? "", key),
    part: {
      source: event.source,
      id: event.id,
      name: "published",
      timeMs: received.timeMs,
      contentHash: received.text.hash,
      body: {
        startedAtMs: received.timeMs,
        receivedAtMs: received.receivedAtMs,
        dueAtMs,
        money,
        attributes,
        fields: { ...buildTargetFields(event, key, target), ...entityFields },
      },
    },
  }));
}

/** resolveAppliedPart says what a `change.applied` contributes to the run of its target. */
export function resolveAppliedPart(received: ReceivedEvent): RunContribution {
  const { event } = received;
  const target = event.target ?? {};
  const key = buildTargetKey(target);
  const error = event.error ?? {};
  const attributes = buildAttributes(event);
  return {
    run: buildTargetRunId(event.change ?? "", key),
    part: {
      source: event.source,
      id: event.id,
      name: "applied",
      timeMs: received.timeMs,
      contentHash: received.text.hash,
      body: {
        finish: {
          outcome: event.outcome ?? "failed",
          errorClass: pickText(error.class),
          errorCode: pickText(error.code),
          errorMessage: pickText(error.message),
          appliedVersion: pickText(event.appliedVersion),
        },
        receivedAtMs: received.receivedAtMs,
        attributes,
        fields: buildTargetFields(event, key, target),
      },
    },
  };
}

function buildTargetFields(event: EventDocument, key: string, target: ChangeTarget): RunFields {
  return {
    source: event.source,
    store: pickText(target.store),
    channel: pickText(target.channel),
    partner: pickText(target.partner),
    system: pickText(target.system),
    region: pickText(event.region),
    brand: pickText(event.brand),
    correlation: pickText(event.correlation),
    actor: pickText(event.actor),
    change: pickText(event.change),
    target: key,
  };
}

function buildEntityFields(event: EventDocument): RunFields {
  return {
    entityType: pickText(event.entity?.type),
    entityId: pickText(event.entity?.id),
    entityVersion: pickText(event.entity?.version),
    workflowVersion: pickText(event.workflowVersion),
  };
}
