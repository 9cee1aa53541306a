import type { ChangeTarget, EventDocument } from "../events/event-document.js";
import { readInstant } from "../events/read-instant.js";
import type { ReceivedEvent } from "../events/received-event.js";
import { buildAttributes } from "./build-attributes.js";
import { buildMoney } from "./build-money.js";
import { buildTargetKey } from "./build-target-key.js";
import type { FoldPart } from "./fold-part.js";
import { pickTexts } from "./pick-texts.js";
import type { RunPartBody } from "./run-part-body.js";

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
  const byKey = new Map((event.targets ?? []).map((target) => [buildTargetKey(target), target]));
  return [...byKey].map(([key, target]) => ({
    run: buildTargetRunId(event.change ?? "", key),
    part: {
      source: event.source,
      id: event.id,
      name: "published",
      timeMs: received.timeMs,
      contentHash: received.contentHash,
      body: {
        startedAtMs: received.timeMs,
        ...(dueAtMs === undefined ? {} : { dueAtMs }),
        ...(money === undefined ? {} : { money }),
        ...(attributes === undefined ? {} : { attributes }),
        fields: { ...buildTargetFields(event, key, target), ...buildEntityFields(event) },
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
      contentHash: received.contentHash,
      body: {
        finish: {
          outcome: event.outcome ?? "failed",
          ...pickTexts({
            errorClass: error.class,
            errorCode: error.code,
            errorMessage: error.message,
            appliedVersion: event.appliedVersion,
          }),
        },
        ...(attributes === undefined ? {} : { attributes }),
        fields: buildTargetFields(event, key, target),
      },
    },
  };
}

function buildTargetFields(event: EventDocument, key: string, target: ChangeTarget) {
  return pickTexts({
    source: event.source,
    store: target.store,
    channel: target.channel,
    partner: target.partner,
    system: target.system,
    region: event.region,
    brand: event.brand,
    correlation: event.correlation,
    actor: event.actor,
    change: event.change,
    target: key,
  });
}

function buildEntityFields(event: EventDocument) {
  return pickTexts({
    entityType: event.entity?.type,
    entityId: event.entity?.id,
    entityVersion: event.entity?.version,
    workflowVersion: event.workflowVersion,
  });
}
