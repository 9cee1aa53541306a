import type { Logger } from "pino";
import { decodeSpooledRequest } from "../pipeline/spooled-request.js";
import type { DeclaredRules } from "../resolve/declared-rules.js";
import type { Spool, SpooledBlock } from "../spool/spool.js";
import { isBefore, type SpoolPosition } from "../spool/spool-position.js";
import type { ChangedNetwork } from "./changed-network.js";
import { StorageBatch, type BroughtEvents } from "./storage-batch.js";
import type { StorageWriter } from "./storage-writer.js";

/** A batch takes no more events: larger ones cost less a row (fewer merges), smaller ones keep memory and delay small. */
const MAX_BATCH_EVENTS = 50_000;
/** Where several processes write, each reads back what all of them know of a batch, and memory counts more than the cost of a row. */
const MAX_SHARED_BATCH_EVENTS = 20_000;
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

/** What is stored is written down after this long without a further batch, which would have written it down too. */
const SETTLE_AFTER_MS = 1_000;

/** A segment ends after 64 MiB and at most one group of requests; the place of a batch is one number. */
const POSITIONS_A_SEGMENT = 2 ** 32;

/** Filling is a batch that is being filled, and what it takes of the spool. */
interface Filling {
  readonly batch: StorageBatch;
  requests: number;
  start: SpoolPosition | undefined;
  end: SpoolPosition | undefined;
  /** Where it must end because it was being stored when a process ended; undefined = wherever it is full. */
  readonly plannedEnd: SpoolPosition | undefined;
}

/** LoaderOptions are what a loader works with; `onStored` is told what each stored batch touched. */
export interface LoaderOptions {
  readonly spool: Spool;
  readonly writer: StorageWriter;
  /** Whether other processes write to the same database. */
  readonly isShared: boolean;
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
  #storedWaiters: { readonly end: SpoolPosition; readonly resolve: () => void }[] = [];
  /** Where what was taken ends, and what of it is stored. */
  #taken: SpoolPosition | undefined;
  #stored: SpoolPosition | undefined;
  #isIdle = true;
  #isClosing = false;
  #wake: (() => void) | undefined;
  #running: Promise<void> | undefined;
  storedEvents = 0;

  constructor(private readonly options: LoaderOptions) {
    this.#filling = beginFilling(new StorageBatch(options.declared), options.spool.planned);
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
  add(block: SpooledBlock, request?: BroughtEvents): void {
    if (request !== undefined && this.#queue.length === 0 && this.#mayTake(block)) this.#fill(block, request);
    else this.#queue.push(block);
    this.#taken = block.end;
    this.#wake?.();
  }

  /** isCalm is true while storage keeps pace with the senders, so that others may use it too. */
  get isCalm(): boolean {
    const backlog = this.#storingEvents + this.#fillingEvents;
    return !this.#isFailing && this.#queue.length === 0 && backlog < LARGE_BATCH_EVENTS;
  }

  /** stored resolves once what was taken up to `end`, or up to now, is stored and visible; never when this process ends before. */
  stored(end = this.#taken): Promise<void> {
    if (end === undefined || (this.#stored !== undefined && !isBefore(this.#stored, end))) return Promise.resolve();
    return new Promise((resolve) => this.#storedWaiters.push({ end, resolve }));
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

  get #maxBatchEvents(): number {
    return this.options.isShared ? MAX_SHARED_BATCH_EVENTS : MAX_BATCH_EVENTS;
  }

  get #isFull(): boolean {
    const { events } = this.#filling.batch;
    return events.count >= this.#maxBatchEvents || events.length >= MAX_BATCH_BYTES;
  }

  get #isEmpty(): boolean {
    return this.#queue.length === 0 && this.#filling.end === undefined;
  }

  async #run(): Promise<void> {
    for (;;) {
      if (this.#isEmpty) {
        this.#becomeIdle();
        if (this.#isClosing) return this.#settle();
        await this.#sleep();
        continue;
      }
      this.#isIdle = false;
      await this.#fillFromQueue();
      await this.#gather();
      await this.#store(this.#takeFilling());
    }
  }

  /** #sleep ends when there is something to do; after a while without it writes down what is stored. */
  async #sleep(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const isWoken = await new Promise<boolean>((resolve) => {
      this.#wake = () => resolve(true);
      if (!this.options.spool.isSettled) timer = setTimeout(() => resolve(false), SETTLE_AFTER_MS);
    });
    this.#wake = undefined;
    clearTimeout(timer);
    if (!isWoken) await this.#settle();
  }

  async #settle(): Promise<void> {
    await this.options.spool
      .settle()
      .catch((cause: unknown) => this.options.logger.warn({ cause: String(cause) }, "checkpoint not written"));
  }

  /** A batch that was being stored when a process ended takes the same requests again, so that it counts the same. */
  #mayTake(block: SpooledBlock): boolean {
    const { plannedEnd } = this.#filling;
    return plannedEnd === undefined ? !this.#isFull : !isBefore(plannedEnd, block.end);
  }

  #fill(block: SpooledBlock, request: BroughtEvents): void {
    this.#filling.batch.addRequest(request);
    this.#filling.requests += 1;
    this.#filling.start ??= block.start;
    this.#filling.end = block.end;
  }

  /** #fillFromQueue reads requests that are not at hand, with a pause after each so that others are served meanwhile. */
  async #fillFromQueue(): Promise<void> {
    let taken = 0;
    for (const block of this.#queue) {
      if (!this.#mayTake(block)) break;
      this.#fill(block, decodeSpooledRequest(this.options.spool.read(block)));
      taken += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#queue = this.#queue.slice(taken);
  }

  async #gather(): Promise<void> {
    if (this.#filling.plannedEnd !== undefined) return;
    const until = performance.now() + GATHER_MS;
    while (!this.#isClosing && this.#fillingEvents < LARGE_BATCH_EVENTS && performance.now() < until)
      await this.#pause(20);
  }

  #takeFilling(): Filling {
    const taken = this.#filling;
    this.#filling = beginFilling(this.#spare, undefined);
    this.#storingEvents = taken.batch.events.count;
    this.#storingRequests = taken.requests;
    return taken;
  }

  async #store({ batch, start, end, plannedEnd }: Filling): Promise<void> {
    const { spool, writer, logger, onStored } = this.options;
    if (start === undefined || end === undefined) {
      // Nothing is left of what was planned: its blocks were damaged.
      this.#spare = batch;
      return;
    }
    batch.origin = { writer: spool.writer, batch: start.segment * POSITIONS_A_SEGMENT + start.offset };
    let isAgain = plannedEnd !== undefined;
    const unreadable = await this.#repeat(async () => {
      await spool.plan(end);
      return writer.store(batch, isAgain).finally(() => (isAgain = true));
    });
    if (unreadable > 0)
      logger.error({ rows: unreadable }, "rows that the engine cannot read are kept in rejected_event");
    spool.commit(end);
    this.storedEvents += batch.events.count;
    this.#storingEvents = 0;
    this.#storingRequests = 0;
    this.#releaseRoom();
    this.#tellStored(end);
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

  #tellStored(end: SpoolPosition): void {
    this.#stored = end;
    const waiters = this.#storedWaiters;
    this.#storedWaiters = waiters.filter((waiter) => isBefore(end, waiter.end));
    for (const waiter of waiters) if (!isBefore(end, waiter.end)) waiter.resolve();
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

function beginFilling(batch: StorageBatch, plannedEnd: SpoolPosition | undefined): Filling {
  return { batch, requests: 0, start: undefined, end: undefined, plannedEnd };
}
