import { checkEvent } from "../events/check-event.js";
import { checkPermission } from "../events/check-permission.js";
import { checkTime } from "../events/check-time.js";
import type { EventDocument } from "../events/event-document.js";
import type { IngestKey } from "../events/ingest-key.js";
import { readInstant } from "../events/read-instant.js";
import type { Refusal } from "../events/refusal.js";
import type { RecentIdentities } from "./recent-identities.js";

/** PipelineContext is what every step may look at. */
export interface PipelineContext {
  readonly key: IngestKey;
  readonly nowMs: number;
  readonly recent: RecentIdentities;
}

/** StepVerdict lets an event pass (undefined), refuses it with a reason, or drops it as known. */
export type StepVerdict = Refusal | "duplicate" | undefined;

/** PipelineStep is one station of every event; `decide` sees a well-formed event from the second station on. */
export interface PipelineStep {
  readonly name: string;
  readonly decide: (event: EventDocument, context: PipelineContext) => StepVerdict;
}

/**
 * PIPELINE is the ordered list of what happens to each event between authentication and the spool. Behind it:
 * spool (fsync, then the sender is answered) -> resolve (parts of runs, changes and exceptions) -> write (ClickHouse).
 */
export const PIPELINE: readonly PipelineStep[] = [
  {
    name: "check-shape",
    decide: (event) => {
      const checked = checkEvent(event);
      return "refusal" in checked ? checked.refusal : undefined;
    },
  },
  { name: "check-permission", decide: (event, { key }) => checkPermission(event, key) },
  {
    name: "check-time",
    decide: (event, { key, nowMs }) =>
      checkTime(readInstant(event.time) ?? 0, { nowMs, isBackfill: key.isBackfill || key.isImport }),
  },
  {
    name: "drop-duplicate",
    decide: (event, { key, recent }) =>
      recent.has(buildSender(key.tenant, event), event.id) ? "duplicate" : undefined,
  },
];

/** buildSender names who sent an event; with its id that is what makes it the same event (CONTRACT 2.2), whatever its content. */
export function buildSender(tenant: string, event: EventDocument): string {
  return `${tenant}\0${event.client}\0${event.source}`;
}

/** decideEvent sends one event through the pipeline. */
export function decideEvent(value: unknown, context: PipelineContext): StepVerdict {
  for (const step of PIPELINE) {
    const verdict = step.decide(value as EventDocument, context);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}
