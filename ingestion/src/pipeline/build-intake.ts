import { UnmappedEvent } from "../events/unmapped-event.js";
import { randomUUID } from "node:crypto";
import { buildReceivedEvent } from "../events/build-received-event.js";
import type { EventDocument } from "../events/event-document.js";
import { EventTexts } from "../events/event-texts.js";
import type { ReceivedEvent } from "../events/received-event.js";
import type { Spool } from "../spool/spool.js";
import type { Loader } from "../write/loader.js";
import type { RejectedEvent } from "../write/rows/write-rejected-row.js";
import type { Intake, IntakeAnswer, IntakeBatch, Rejection } from "./intake.js";
import { buildSender, decideEvent } from "./pipeline.js";
import { readRejectedFeed } from "./read-rejected-feed.js";
import { readSentText } from "./read-sent-text.js";
import { RepeatCounts } from "./repeat-counts.js";
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
  readonly isBackfill: boolean;
  readonly accepted: ReceivedEvent[];
  readonly rejections: Rejection[];
  readonly rejected: RejectedEvent[];
  readonly repeats: RepeatCounts;
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
    const request = { ...sorted, repeats: sorted.repeats.list() };
    const block = await spool.append(encodeSpooledRequest(request, batch.events.bytes));
    loader.add(block, request);
  } catch (cause) {
    for (const { event } of sorted.accepted) recent.forget(buildSender(sorted.tenant, event), event.id);
    throw cause;
  }
  return { accepted: sorted.accepted.length, duplicates: sorted.repeats.total, rejected: sorted.rejections };
}

function sortBatch({ key, events, tally }: IntakeBatch, nowMs: number, recent: RecentIdentities): SortedBatch {
  const { tenant } = key;
  const sorted = begin(key, nowMs);
  const { isBackfill } = sorted;
  const request = randomUUID();
  const context = { key, nowMs, recent };
  const texts = new EventTexts(events.bytes);
  for (let index = 0; index < events.values.length; index += 1) {
    const value = events.values[index];
    const verdict = decideEvent(value, context);
    if (verdict === "duplicate") {
      sorted.repeats.add(value as EventDocument);
      tally?.count((value as EventDocument).source, "duplicate");
      continue;
    }
    const start = events.ranges[index * 2] ?? 0;
    const end = events.ranges[index * 2 + 1] ?? 0;
    if (verdict !== undefined) {
      const payload = events.bytes.toString("utf8", start, Math.min(end, start + chooseKeptBytes(value)));
      const id = readSentText(value, "id");
      const source = readSentText(value, "source");
      tally?.count(source, "rejected");
      sorted.rejections.push({ index, id, ...verdict });
      sorted.rejected.push({
        ...{ tenant, receivedAtMs: nowMs, request, position: index },
        ...readRejectedFeed(value, key, nowMs),
        ...{ source, id, refusal: verdict, payload, sentBy: key.id },
      });
      continue;
    }
    const event = value as EventDocument;
    const text = texts.read(start, end);
    recent.add(buildSender(tenant, event), event.id);
    tally?.count(event.source, "accepted");
    sorted.accepted.push(buildReceivedEvent({ tenant, event, text, receivedAtMs: nowMs, isBackfill }));
  }
  return sorted;
}

function chooseKeptBytes(value: unknown): number {
  return value instanceof UnmappedEvent ? value.keptBytes : MAX_REJECTED_PAYLOAD;
}

function begin({ tenant, isBackfill, isImport }: IntakeBatch["key"], receivedAtMs: number): SortedBatch {
  return {
    ...{ tenant, receivedAtMs, isBackfill: isBackfill || isImport },
    ...{ accepted: [], rejections: [], rejected: [], repeats: new RepeatCounts() },
  };
}
