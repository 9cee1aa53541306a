import { DefinitionFault, type Mapping } from "@watchfloor/dashboards";
import type { Refusal } from "../../events/refusal.js";
import { mapPayload } from "../../mapping/payload/map-payload.js";
import { describeFaults } from "../../receive/webhooks/describe-faults.js";
import { readKeptPayload, type KeptPayload } from "../../receive/webhooks/read-kept-payload.js";
import type { RejectedRow } from "../pages/rejected-row.js";
import type { ReplaySender } from "./replay-sender.js";
import { readWebhookKey } from "../../receive/webhooks/webhook-key.js";

/** Reproduced is what a refused row is now: the events that can be made of it with their texts, and why not all of it could. */
export interface Reproduced {
  readonly events: readonly { readonly value: unknown; readonly text: string }[];
  readonly refusal?: Refusal | undefined;
}

/**
 * reproduceEvents makes the events of a refused row again: those of a kept payload by the mapping in force now, the event itself of any
 * other. Undefined where nothing can come of it: rows that the engine could not read, spans of OpenTelemetry, texts that were cut. A
 * sender's own event is never taken for a kept payload, whatever it looks like.
 */
export async function reproduceEvents(
  row: Pick<RejectedRow, "payload">,
  { key, webhook }: ReplaySender,
  getMapping: (name: string) => Promise<Mapping>,
): Promise<Reproduced | undefined> {
  const kept = readWebhookKey(key.id) === undefined ? undefined : readKeptPayload(row.payload);
  if (kept === undefined) return readEvent(row.payload);
  const [client] = key.clients ?? [];
  if (client === undefined) return refuse("there is no webhook source of this name: declare it again");
  const isDeclared = webhook?.revokedAt === null && webhook.client === client;
  const name = isDeclared ? webhook.mapping : kept.mapping;
  try {
    return mapKept(kept, { name, mapping: await getMapping(name), client });
  } catch (cause) {
    if (!(cause instanceof DefinitionFault)) throw cause;
    return refuse(`mapping ${name} cannot be used: see the log of the receiver`);
  }
}

function mapKept(
  { payload, headers, source }: KeptPayload,
  { name, mapping, client }: { name: string; mapping: Mapping; client: string },
): Reproduced {
  const verdict = mapPayload(mapping, payload, { headers, source, client });
  const events = verdict.events.map((value) => ({ value, text: JSON.stringify(value) }));
  if (verdict.faultCount === 0) return { events };
  const refusal = { field: verdict.faults[0]?.field ?? "", detail: describeFaults(verdict, name) };
  return { events, refusal: { reason: "mapping_failed", ...refusal } };
}

function readEvent(text: string): Reproduced | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "kind" in value ? { events: [{ value, text }] } : undefined;
  } catch {
    return undefined;
  }
}

function refuse(detail: string): Reproduced {
  return { events: [], refusal: { reason: "mapping_failed", field: "", detail } };
}
