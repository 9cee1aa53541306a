import { randomUUID } from "node:crypto";
import { choosePlace } from "../events/choose-place.js";
import { chooseRejectedTime } from "../events/choose-rejected-time.js";
import type { ReceivedEvent } from "../events/received-event.js";
import type { SpooledRequest } from "../pipeline/spooled-request.js";
import { buildTargetKey } from "../resolve/build-target-key.js";
import type { PublicationBody } from "../resolve/find-superseding.js";
import type { FoldPart, Subject } from "../resolve/fold-part.js";
import { resolveAppliedPart, resolvePublishedParts } from "../resolve/resolve-change-parts.js";
import { resolveExpectationParts } from "../resolve/expectations/resolve-expectation-parts.js";
import { NO_RULES, type DeclaredRules } from "../resolve/declared-rules.js";
import { pickText } from "../resolve/pick-text.js";
import { resolveExceptionPart } from "../resolve/resolve-exception-part.js";
import { resolvePausePart, resolveRunPart } from "../resolve/resolve-run-part.js";
import type { BatchOrigin } from "./batch-origin.js";
import { ChangedNetwork } from "./changed-network.js";
import { addContribution, type Contributions } from "./contribution.js";
import { FeedBatch } from "./rows/feed-batch.js";
import { RowWriter } from "./rows/row-writer.js";
import { writeDecisionRow } from "./rows/write-decision-row.js";
import { writeEventRow } from "./rows/write-event-row.js";
import { writeMeasureRow } from "./rows/write-measure-row.js";
import { writeRejectedRow, type RejectedEvent } from "./rows/write-rejected-row.js";
import { writeStepRow } from "./rows/write-step-row.js";

/** BroughtEvents is what one request brought. */
export type BroughtEvents = Pick<SpooledRequest, "tenant" | "accepted" | "rejected" | "repeats" | "counted">;

/** RejectionKey names a row of refused events, and says whether it is one that tells of its replay. */
export interface RejectionKey {
  readonly tenant: string;
  readonly request: string;
  readonly position: number;
  readonly isReplayed: boolean;
}

/** StorageBatch sorts events into the rows of each table and the parts of each subject. */
export class StorageBatch {
  readonly events = new RowWriter();
  readonly steps = new RowWriter();
  readonly measures = new RowWriter();
  readonly decisions = new RowWriter();
  readonly rejected = new RowWriter();
  readonly contributions: Contributions = new Map();
  readonly publications: Contributions = new Map();
  readonly feeds = new FeedBatch();
  readonly changed = new ChangedNetwork();
  /** One for each row of `rejected`, in their order. */
  readonly rejections: RejectionKey[] = [];
  /** Holds events that were stored before. */
  hasReplayed = false;
  /** Set by who takes the events from a spool; events of no spool are counted by a writer of their own. */
  origin: BatchOrigin = { writer: randomUUID(), batch: 0 };

  constructor(private readonly declared: DeclaredRules = NO_RULES) {}

  /** addRequest adds everything one request brought. */
  addRequest(request: BroughtEvents): void {
    for (const received of request.accepted) this.#addSafely(received);
    this.feeds.addRepeats(request.tenant, request.repeats);
    for (const rejected of request.rejected) this.#addRejected(rejected);
    this.hasReplayed ||= request.counted !== undefined;
  }

  #addRejected(rejected: RejectedEvent): void {
    writeRejectedRow(this.rejected, rejected);
    const { tenant, request, position, replayedAtMs } = rejected;
    this.rejections.push({ tenant, request, position, isReplayed: replayedAtMs !== undefined });
  }

  /** An event that cannot be made rows must not spoil those of the others; it is kept with what went wrong. */
  #addSafely(received: ReceivedEvent): void {
    try {
      this.add(received);
    } catch (cause) {
      for (const rows of this.#writers) rows.dropCells();
      this.#addRejected(buildUnstorable(received, cause));
    }
  }

  get #writers(): RowWriter[] {
    return [this.events, this.steps, this.measures, this.decisions, this.rejected];
  }

  /** listTenants returns whose subjects the batch adds to. */
  listTenants(): Set<string> {
    const tenants = new Set<string>();
    for (const subjects of [this.contributions, this.publications])
      for (const { subject } of subjects.values()) tenants.add(subject.tenant);
    return tenants;
  }

  /** clear makes the batch empty and keeps the memory of its rows for the next one. */
  clear(): void {
    for (const rows of this.#writers) rows.clear();
    this.contributions.clear();
    this.publications.clear();
    this.feeds.clear();
    this.changed.clear();
    this.rejections.length = 0;
    this.hasReplayed = false;
  }

  add(received: ReceivedEvent): void {
    const { event } = received;
    this.#addFacts(received);
    writeEventRow(this.events, received);
    const isNewPlace = this.feeds.add(received);
    this.#addExpectations(received);
    if (isNewPlace || event.target !== undefined || event.targets !== undefined) this.changed.add(received);
  }

  #addFacts(received: ReceivedEvent): void {
    const { event } = received;
    switch (event.kind) {
      case "run.started":
      case "run.finished":
        return this.#contribute(received, "run", event.run ?? "", resolveRunPart(received));
      case "run.paused":
      case "run.resumed":
        return this.#contribute(received, "run", event.run ?? "", resolvePausePart(received));
      case "change.published":
        return this.#addPublication(received);
      case "change.applied": {
        const { run, part } = resolveAppliedPart(received);
        return this.#contribute(received, "run", run, part);
      }
      case "exception.raised":
      case "exception.resolved":
        return this.#contribute(received, "exception", event.exception ?? "", resolveExceptionPart(received));
      case "step.finished":
        return writeStepRow(this.steps, received);
      case "measure.recorded":
      case "check.recorded":
        return writeMeasureRow(this.measures, received);
      case "decision.made":
      case "decision.reviewed":
        return writeDecisionRow(this.decisions, received);
      case "feed.heartbeat":
        return;
    }
  }

  /** #addExpectations adds what the event says about obligations by rules; its feed is one of theirs then. */
  #addExpectations(received: ReceivedEvent): void {
    const { tenant, event } = received;
    const matchers = this.declared.findMatchers(tenant, event.kind);
    if (matchers.length === 0) return;
    for (const { rule, run, part } of resolveExpectationParts(received, matchers)) {
      addContribution(
        this.contributions,
        { tenant, kind: "run", client: event.client, workflow: rule.id, id: run },
        part,
      );
      if (this.feeds.addWorkflow(received, rule.id)) this.changed.addObligation(received, rule);
    }
  }

  #contribute(received: ReceivedEvent, kind: Subject["kind"], id: string, part: FoldPart): void {
    const workflow = kind === "exception" ? "" : (received.event.workflow ?? "");
    const subject: Subject = { tenant: received.tenant, kind, client: received.event.client, workflow, id };
    addContribution(kind === "publication" ? this.publications : this.contributions, subject, part);
  }

  #addPublication(received: ReceivedEvent): void {
    for (const { run, part } of resolvePublishedParts(received)) this.#contribute(received, "run", run, part);
    const { event } = received;
    const body: PublicationBody = {
      change: event.change ?? "",
      targetKeys: [...new Set((event.targets ?? []).map(buildTargetKey))],
      version: pickText(event.entity?.version),
      policy: this.declared.findPolicy(received.tenant, event.client, event.workflow ?? ""),
    };
    const { source, id } = event;
    this.#contribute(received, "publication", `${event.entity?.type ?? ""}/${event.entity?.id ?? ""}`, {
      source,
      id,
      name: "published",
      timeMs: received.timeMs,
      contentHash: received.text.hash,
      body,
    });
  }
}

function buildUnstorable(received: ReceivedEvent, cause: unknown): RejectedEvent {
  const { tenant, receivedAtMs, timeMs, event, text } = received;
  const { store = "", channel = "", partner = "" } = choosePlace(event);
  return {
    ...{ tenant, receivedAtMs, request: `unstorable ${text.hash}`, position: 0 },
    ...{ client: event.client, store, channel, partner, source: event.source, id: event.id },
    timeMs: chooseRejectedTime(timeMs, receivedAtMs),
    refusal: { reason: "malformed", field: "", detail: `no rows could be made of it: ${String(cause)}`.slice(0, 500) },
    payload: text.bytes.toString("utf8", text.start, text.end),
  };
}
