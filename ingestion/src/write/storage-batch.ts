import type { FoldPart, Subject } from "../resolve/fold-part.js";
import { subjectKey } from "../resolve/fold-part.js";
import type { PublicationBody } from "../resolve/find-superseding.js";
import { resolveAppliedPart, resolvePublishedParts } from "../resolve/resolve-change-parts.js";
import { resolveExceptionPart } from "../resolve/resolve-exception-part.js";
import { resolveRunPart } from "../resolve/resolve-run-part.js";
import { buildTargetKey } from "../resolve/build-target-key.js";
import type { ReceivedEvent } from "../events/received-event.js";
import { encodeEventRow } from "./rows/event-row.js";
import { FeedBatch } from "./rows/feed-batch.js";
import { RowBuffer } from "./rows/row-buffer.js";
import { encodeMeasureRow } from "./rows/measure-row.js";
import { encodeRejectedRow, type RejectedEvent } from "./rows/rejected-row.js";
import { encodeStepRow } from "./rows/step-row.js";
import { ChangedNetwork } from "./changed-network.js";

/** Contribution is a part and the subject it belongs to. */
export interface Contribution {
  readonly key: string;
  readonly subject: Subject;
  readonly part: FoldPart;
}

/** StorageBatch sorts events into the rows of each table and the parts of each subject. */
export class StorageBatch {
  readonly events = new RowBuffer();
  readonly steps = new RowBuffer();
  readonly measures = new RowBuffer();
  readonly rejected = new RowBuffer();
  readonly contributions: Contribution[] = [];
  readonly publications: Contribution[] = [];
  readonly feeds = new FeedBatch();
  readonly changed = new ChangedNetwork();

  /** addAll joins the batch of another request to this one. */
  addAll(other: StorageBatch): void {
    this.events.addAll(other.events);
    this.steps.addAll(other.steps);
    this.measures.addAll(other.measures);
    this.rejected.addAll(other.rejected);
    this.feeds.addAll(other.feeds);
    this.changed.addAll(other.changed);
    for (const contribution of other.contributions) this.contributions.push(contribution);
    for (const publication of other.publications) this.publications.push(publication);
  }

  addRejected(rejected: RejectedEvent): void {
    this.rejected.add(encodeRejectedRow(rejected));
  }

  add(received: ReceivedEvent): void {
    this.events.add(encodeEventRow(received));
    this.feeds.add(received);
    this.changed.add(received);
    switch (received.event.kind) {
      case "run.started":
      case "run.finished":
        return this.#contribute(received, "run", received.event.run ?? "", resolveRunPart(received));
      case "change.published":
        return this.#addPublication(received);
      case "change.applied": {
        const { run, part } = resolveAppliedPart(received);
        return this.#contribute(received, "run", run, part);
      }
      case "exception.raised":
      case "exception.resolved":
        return this.#contribute(received, "exception", received.event.exception ?? "", resolveExceptionPart(received));
      case "step.finished":
        this.steps.add(encodeStepRow(received));
        return;
      case "measure.recorded":
      case "check.recorded":
        this.measures.add(encodeMeasureRow(received));
        return;
      case "feed.heartbeat":
        return;
    }
  }

  #contribute(received: ReceivedEvent, kind: Subject["kind"], id: string, part: FoldPart): void {
    const workflow = kind === "exception" ? "" : (received.event.workflow ?? "");
    const subject: Subject = { tenant: received.tenant, kind, client: received.event.client, workflow, id };
    const list = kind === "publication" ? this.publications : this.contributions;
    list.push({ key: subjectKey(subject), subject, part });
  }

  #addPublication(received: ReceivedEvent): void {
    for (const { run, part } of resolvePublishedParts(received)) this.#contribute(received, "run", run, part);
    const { event } = received;
    const body: PublicationBody = {
      change: event.change ?? "",
      targetKeys: [...new Set((event.targets ?? []).map(buildTargetKey))],
    };
    const { source, id } = event;
    this.#contribute(received, "publication", `${event.entity?.type ?? ""}/${event.entity?.id ?? ""}`, {
      source,
      id,
      name: "published",
      timeMs: received.timeMs,
      contentHash: received.contentHash,
      body,
    });
  }
}
