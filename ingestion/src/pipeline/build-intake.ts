import { randomUUID } from "node:crypto";
import { buildReceivedEvent } from "../events/build-received-event.js";
import type { EventDocument } from "../events/event-document.js";
import type { Refusal } from "../events/refusal.js";
import type { ReceivedEvent } from "../events/received-event.js";
import type { Spool } from "../spool/spool.js";
import { buildStorageBatch } from "../write/build-storage-batch.js";
import type { Loader } from "../write/loader.js";
import type { RejectedEvent } from "../write/rows/rejected-row.js";
import type { Intake, IntakeAnswer, IntakeBatch, Rejection } from "./intake.js";
import { buildIdentity, decideEvent } from "./pipeline.js";
import type { RecentIdentities } from "./recent-identities.js";
import { encodeSpooledRequest } from "./spooled-request.js";

/** Kept of a refused event, so that one refused giant cannot fill the spool. */
const MAX_REJECTED_PAYLOAD = 64 * 1024;

interface IntakeParts {
  readonly spool: Spool;
  readonly loader: Loader;
  readonly recent: RecentIdentities;
  readonly now: () => Date;
}

interface SortedBatch {
  readonly accepted: ReceivedEvent[];
  readonly identities: string[];
  readonly rejections: Rejection[];
  readonly rejected: RejectedEvent[];
  duplicates: number;
}

/** buildIntake joins pipeline, spool and loader. */
export function buildIntake(parts: IntakeParts): Intake {
  return {
    accept: (batch) => accept(batch, parts),
    settled: () => parts.loader.settled(),
  };
}

async function accept(batch: IntakeBatch, { spool, loader, recent, now }: IntakeParts): Promise<IntakeAnswer> {
  await loader.room();
  const nowMs = now().getTime();
  const sorted = sortBatch(batch, nowMs, recent);
  const request = { accepted: sorted.accepted, rejected: sorted.rejected };
  try {
    // A request of duplicates alone still waits for a write: what it repeats may be durable only with this one.
    const durable = spool.append(encodeSpooledRequest(batch.key.tenant, nowMs, request));
    const prepared = buildStorageBatch(request);
    loader.add(await durable, prepared);
  } catch (cause) {
    for (const identity of sorted.identities) recent.forget(identity);
    throw cause;
  }
  return { accepted: sorted.accepted.length, duplicates: sorted.duplicates, rejected: sorted.rejections };
}

function sortBatch(batch: IntakeBatch, nowMs: number, recent: RecentIdentities): SortedBatch {
  const sorted: SortedBatch = { accepted: [], identities: [], rejections: [], rejected: [], duplicates: 0 };
  const { tenant } = batch.key;
  const request = randomUUID();
  const context = { key: batch.key, nowMs, recent };
  batch.events.forEach((value, index) => {
    const payload = writePayload(value);
    const verdict = payload === undefined ? NOT_WRITABLE : decideEvent(value, context);
    if (verdict === "duplicate") {
      sorted.duplicates += 1;
      return;
    }
    if (verdict !== undefined || payload === undefined) {
      const id = readText(value, "id");
      const refusal = verdict ?? NOT_WRITABLE;
      sorted.rejections.push({ index, id, ...refusal });
      const kept = (payload ?? "null").slice(0, MAX_REJECTED_PAYLOAD);
      const source = readText(value, "source");
      sorted.rejected.push({
        tenant,
        receivedAtMs: nowMs,
        request,
        position: index,
        source,
        id,
        refusal,
        payload: kept,
      });
      return;
    }
    const event = value as EventDocument;
    const identity = buildIdentity(tenant, event);
    recent.add(identity);
    sorted.identities.push(identity);
    sorted.accepted.push(buildReceivedEvent({ tenant, event, payload, receivedAtMs: nowMs }));
  });
  return sorted;
}

const NOT_WRITABLE: Refusal = {
  reason: "malformed",
  field: "",
  detail: "the event is not a JSON object, or nested too deeply",
};

/** writePayload returns the JSON text of a value; undefined when it is nested deeper than the stack. */
function writePayload(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function readText(value: unknown, name: string): string {
  if (typeof value !== "object" || value === null || !(name in value)) return "";
  const found: unknown = (value as Record<string, unknown>)[name];
  return typeof found === "string" ? found.slice(0, 256) : "";
}
