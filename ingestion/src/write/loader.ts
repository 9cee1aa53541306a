import type { Logger } from "pino";
import { decodeSpooledRequest, type SpooledRequest } from "../pipeline/spooled-request.js";
import type { DeclaredRules } from "../resolve/declared-rules.js";
import type { Spool, SpooledBlock } from "../spool/spool.js";
import type { ChangedNetwork } from "./changed-network.js";
import { StorageBatch } from "./storage-batch.js";
import type { StorageWriter } from "./storage-writer.js";

/** A batch takes no more events: larger ones cost less a row (fewer merges), smaller ones keep memory and delay small. */
const MAX_BATCH_EVENTS = 50_000;
const MAX_BATCH_BYTES = 64 * 1024 * 1024;
/** A batch waits this long for more: each insert costs about 10 ms whatever its size, and it is still visible well within a second. */
const GATHER_MS = 200;
/** A batch that is this large waits for nothing. */
const LARGE_BATCH_EVENTS = 15_000;
/** Beyond this many events that are not stored yet senders wait: one batch being stored, one being filled. */
const MAX_BACKLOG_EVENTS = 80_000;
const MAX_ROOM_WAIT_MS = 1_000;
const FIRST_RETRY_MS = 250;
const MAX_RETRY_MS = 15_000;

/** Filling is a batch that is being filled, and how far into the spool it reaches. */
interface Filling {
  readonly batch: StorageBatch;
  requests: number;
  end: SpooledBlock["end"] | undefined;
}

/** LoaderOptions are what a loader works with; `onStored` is told what each stored batch touched. */
export interface LoaderOptions {
  readonly spool: Spool;
  readonly writer: StorageWriter;
  readonly logger: Logger;
  readonly declared: DeclaredRules;
  readonly onStored: (changed: ChangedNetwork) => Promise<void>;
}

/**
 * Loader moves spooled requests into storage in order, repeating a batch until it is stored. One batch is filled while the one
 * before it is stored; requests that find the filling batch full are read again from the spool when their turn comes.
 */
export class Loader {
  /** Durable requests behind the filling batch, in order. */
  #queue: SpooledBlock[] = [];
  #filling: Filling;
  #spare: StorageBatch;
  #storingEvents = 0;
  #storingRequests = 0;
  #isFailing = false;
  #waiters: (() => void)[] = [];
  #roomWaiters: (() => void)[] = [];
  #isIdle = true;
  #isClosing = false;
  #wake: (() => void) | undefined;
  #running: Promise<void> | undefined;
  storedEvents = 0;

  constructor(private readonly options: LoaderOptions) {
    this.#filling = { batch: new StorageBatch(options.declared), requests: 0, end: undefined };
    this.#spare = new StorageBatch(options.declared);
  }

  /** waitingRequests are durable and not stored yet. */
  get waitingRequests(): number {
    return this.#queue.length + this.#filling.requests + this.#storingRequests;
  }

  start(): void {
    this.#running = this.#run().catch((cause: unknown) => {
      if (!this.#isClosing) this.options.logger.fatal({ cause: String(cause) }, "storing has ended: start again");
    });
  }

  /** add takes a durable request; `request` is what it brought, where that is at hand. */
  add(block: SpooledBlock, request?: Pick<SpooledRequest, "accepted" | "rejected">): void {
    if (request !== undefined && this.#queue.length === 0 && !this.#isFull) this.#fill(block, request);
    else this.#queue.push(block);
    this.#wake?.();
  }

  /**
   * room resolves when the backlog is small enough to take more, at the latest after a second: senders then run at the
   * speed of storage instead of filling memory, and while storage is away they are answered from the spool alone.
   */
  async room(): Promise<void> {
    if (this.#storingEvents + this.#fillingEvents <= MAX_BACKLOG_EVENTS || this.#isFailing) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, MAX_ROOM_WAIT_MS)));
    await Promise.race([late, new Promise<void>((resolve) => this.#roomWaiters.push(resolve))]);
    clearTimeout(timer);
  }

  /** settled resolves once everything taken so far is stored. */
  settled(): Promise<void> {
    if (this.#isEmpty && this.#isIdle) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  /** close stores what is queued, for at most `maxMs`; the rest stays in the spool. */
  async close(maxMs: number): Promise<void> {
    this.#isClosing = true;
    this.#wake?.();
    await Promise.race([this.#running, new Promise((resolve) => setTimeout(resolve, maxMs).unref())]);
  }

  get #fillingEvents(): number {
    return this.#filling.batch.events.count;
  }

  get #isFull(): boolean {
    const { events } = this.#filling.batch;
    return events.count >= MAX_BATCH_EVENTS || events.length >= MAX_BATCH_BYTES;
  }

  get #isEmpty(): boolean {
    return this.#queue.length === 0 && this.#filling.end === undefined;
  }

  async #run(): Promise<void> {
    for (;;) {
      if (this.#isEmpty) {
        this.#becomeIdle();
        if (this.#isClosing) return;
        await new Promise<void>((resolve) => (this.#wake = resolve));
        this.#wake = undefined;
        continue;
      }
      this.#isIdle = false;
      await this.#fillFromQueue();
      await this.#gather();
      await this.#store(this.#takeFilling());
    }
  }

  #fill(block: SpooledBlock, request: Pick<SpooledRequest, "accepted" | "rejected">): void {
    this.#filling.batch.addRequest(request);
    this.#filling.requests += 1;
    this.#filling.end = block.end;
  }

  /** #fillFromQueue reads requests that are not at hand, with a pause after each so that others are served meanwhile. */
  async #fillFromQueue(): Promise<void> {
    let taken = 0;
    for (const block of this.#queue) {
      if (this.#isFull) break;
      this.#fill(block, decodeSpooledRequest(this.options.spool.read(block)));
      taken += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#queue = this.#queue.slice(taken);
  }

  async #gather(): Promise<void> {
    const until = performance.now() + GATHER_MS;
    while (!this.#isClosing && this.#fillingEvents < LARGE_BATCH_EVENTS && performance.now() < until)
      await this.#pause(20);
  }

  #takeFilling(): Filling {
    const taken = this.#filling;
    this.#filling = { batch: this.#spare, requests: 0, end: undefined };
    this.#storingEvents = taken.batch.events.count;
    this.#storingRequests = taken.requests;
    return taken;
  }

  async #store({ batch, end }: Filling): Promise<void> {
    const { spool, writer, logger, onStored } = this.options;
    const unreadable = await this.#repeat(() => writer.store(batch));
    if (unreadable > 0)
      logger.error({ rows: unreadable }, "rows that the engine cannot read are kept in rejected_event");
    if (end !== undefined) spool.commit(end);
    this.storedEvents += batch.events.count;
    this.#storingEvents = 0;
    this.#storingRequests = 0;
    this.#releaseRoom();
    await onStored(batch.changed).catch((cause: unknown) => logger.warn({ cause: String(cause) }, "signal not sent"));
    batch.clear();
    this.#spare = batch;
  }

  /** #repeat tries until it succeeds; when closing, what fails stays in the spool and is stored after the next start. */
  async #repeat(store: () => Promise<number>): Promise<number> {
    for (let retryMs = FIRST_RETRY_MS; ; retryMs = Math.min(retryMs * 2, MAX_RETRY_MS)) {
      try {
        const unreadable = await store();
        this.#isFailing = false;
        return unreadable;
      } catch (cause) {
        this.#isFailing = true;
        this.#releaseRoom();
        this.options.logger.error({ cause: String(cause), retryMs }, "batch not stored, will be repeated");
        if (this.#isClosing) throw cause;
        await this.#pause(retryMs);
      }
    }
  }

  #becomeIdle(): void {
    this.#isIdle = true;
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const resolve of waiters) resolve();
  }

  #releaseRoom(): void {
    const waiters = this.#roomWaiters;
    this.#roomWaiters = [];
    for (const resolve of waiters) resolve();
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }
}
