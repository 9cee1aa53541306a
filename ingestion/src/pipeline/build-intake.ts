import { randomUUID } from "node:crypto";
import { buildReceivedEvent } from "../events/build-received-event.js";
import type { EventDocument } from "../events/event-document.js";
import { EventTexts } from "../events/event-texts.js";
import type { ReceivedEvent } from "../events/received-event.js";
import { UnmappedEvent } from "../events/unmapped-event.js";
import type { Spool } from "../spool/spool.js";
import type { Loader } from "../write/loader.js";
import type { RejectedEvent } from "../write/rows/write-rejected-row.js";
import type { Intake, IntakeAnswer, IntakeBatch, Rejection } from "./intake.js";
import { buildSender, decideEvent } from "./pipeline.js";
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
  readonly tenant: string;
  readonly receivedAtMs: number;
  readonly accepted: ReceivedEvent[];
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
  const sorted = sortBatch(batch, now().getTime(), recent);
  try {
    // A request of duplicates alone still waits for a write: what it repeats may be durable only with this one.
    const block = await spool.append(encodeSpooledRequest(sorted, batch.events.bytes));
    loader.add(block, sorted);
  } catch (cause) {
    for (const { event } of sorted.accepted) recent.forget(buildSender(sorted.tenant, event), event.id);
    throw cause;
  }
  return { accepted: sorted.accepted.length, duplicates: sorted.duplicates, rejected: sorted.rejections };
}

function sortBatch({ key, events, tally }: IntakeBatch, nowMs: number, recent: RecentIdentities): SortedBatch {
  const { tenant } = key;
  const sorted: SortedBatch = { ...begin(), tenant, receivedAtMs: nowMs };
  const request = randomUUID();
  const context = { key, nowMs, recent };
  const texts = new EventTexts(events.bytes);
  for (let index = 0; index < events.values.length; index += 1) {
    const value = events.values[index];
    const verdict = decideEvent(value, context);
    if (verdict === "duplicate") {
      sorted.duplicates += 1;
      tally?.count((value as EventDocument).source, "duplicate");
      continue;
    }
    const start = events.ranges[index * 2] ?? 0;
    const end = events.ranges[index * 2 + 1] ?? 0;
    if (verdict !== undefined) {
      const id = readText(value, "id");
      const source = readText(value, "source");
      tally?.count(source, "rejected");
      sorted.rejections.push({ index, id, ...verdict });
      sorted.rejected.push({
        tenant,
        receivedAtMs: nowMs,
        request,
        position: index,
        source,
        id,
        refusal: verdict,
        payload: events.bytes.toString("utf8", start, Math.min(end, start + chooseKeptBytes(value))),
      });
      continue;
    }
    const event = value as EventDocument;
    recent.add(buildSender(tenant, event), event.id);
    tally?.count(event.source, "accepted");
    sorted.accepted.push(buildReceivedEvent({ tenant, event, text: texts.read(start, end), receivedAtMs: nowMs }));
  }
  return sorted;
}

function chooseKeptBytes(value: unknown): number {
  return value instanceof UnmappedEvent ? value.keptBytes : MAX_REJECTED_PAYLOAD;
}

function begin(): Omit<SortedBatch, "tenant" | "receivedAtMs"> {
  return { accepted: [], rejections: [], rejected: [], duplicates: 0 };
}

function readText(given: unknown, name: string): string {
  const value = given instanceof UnmappedEvent ? given.toJSON() : given;
  if (typeof value !== "object" || value === null || !(name in value)) return "";
  const found: unknown = (value as Record<string, unknown>)[name];
  return typeof found === "string" ? found.slice(0, 256) : "";
}
