import type { Logger } from "pino";
import { decodeSpooledRequest } from "../pipeline/spooled-request.js";
import type { Spool, SpooledBlock } from "../spool/spool.js";
import type { ChangedNetwork } from "./changed-network.js";
import { buildStorageBatch } from "./build-storage-batch.js";
import { StorageBatch } from "./storage-batch.js";
import type { StorageWriter } from "./storage-writer.js";

/** One insert of this many events costs about as much a row as larger ones, and keeps memory and delay small. */
const BATCH_EVENTS = 20_000;
/** A batch waits this long for more: each insert costs about 10 ms whatever its size, and it is still visible well within a second. */
const GATHER_MS = 200;
/** A batch that is this large waits for nothing. */
const LARGE_BATCH_EVENTS = 15_000;
/** Requests kept in memory, by their size in the spool; beyond it they are read again from there. */
const MAX_QUEUED_BYTES = 96 * 1024 * 1024;
/** Beyond this backlog senders wait; two batches keep the engine busy. */
const MAX_BACKLOG_EVENTS = 40_000;
const MAX_ROOM_WAIT_MS = 1_000;
const FIRST_RETRY_MS = 250;
const MAX_RETRY_MS = 15_000;

/** Events assumed in a block that was not decoded yet. */
const UNKNOWN_EVENTS = 500;

interface QueuedBlock {
  readonly block: SpooledBlock;
  readonly bytes: number;
  readonly events: number;
  /** What the request brings, where it is at hand; else it is read again from the spool. */
  readonly batch: StorageBatch | undefined;
}

interface Prepared {
  readonly taken: readonly QueuedBlock[];
  readonly batch: StorageBatch;
}

/** LoaderOptions are what a loader works with; `onStored` is told what each stored batch touched. */
export interface LoaderOptions {
  readonly spool: Spool;
  readonly writer: StorageWriter;
  readonly logger: Logger;
  readonly onStored: (changed: ChangedNetwork) => Promise<void>;
}

/** Loader moves spooled requests into storage in order, repeating a batch until it is stored. */
export class Loader {
  #queue: QueuedBlock[] = [];
  #queuedBytes = 0;
  #queuedEvents = 0;
  #isFailing = false;
  #waiters: (() => void)[] = [];
  #roomWaiters: (() => void)[] = [];
  #isIdle = true;
  #isClosing = false;
  #wake: (() => void) | undefined;
  #running: Promise<void> | undefined;
  storedEvents = 0;

  constructor(private readonly options: LoaderOptions) {}

  get queuedBlocks(): number {
    return this.#queue.length;
  }

  start(): void {
    this.#running = this.#run().catch(() => undefined);
  }

  /** add queues a durable block; `batch` is what it brings, where that is at hand. */
  add(block: SpooledBlock, batch?: StorageBatch): void {
    const bytes = block.end.offset - block.start.offset;
    const keeps = batch !== undefined && this.#queuedBytes + bytes <= MAX_QUEUED_BYTES;
    if (keeps) this.#queuedBytes += bytes;
    const events = batch?.events.count ?? 0;
    this.#queuedEvents += events;
    this.#queue.push({ block, bytes: keeps ? bytes : 0, events, batch: keeps ? batch : undefined });
    this.#wake?.();
  }

  /**
   * room resolves when the backlog is small enough to take more, at the latest after a second: senders then run at the
   * speed of storage instead of filling memory, and while storage is away they are answered from the spool alone.
   */
  async room(): Promise<void> {
    if (this.#queuedEvents <= MAX_BACKLOG_EVENTS || this.#isFailing) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, MAX_ROOM_WAIT_MS)));
    await Promise.race([late, new Promise<void>((resolve) => this.#roomWaiters.push(resolve))]);
    clearTimeout(timer);
  }

  /** settled resolves once everything queued so far is stored. */
  settled(): Promise<void> {
    if (this.#queue.length === 0 && this.#isIdle) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push(resolve));
  }

  /** close stores what is queued, for at most `maxMs`; the rest stays in the spool. */
  async close(maxMs: number): Promise<void> {
    this.#isClosing = true;
    this.#wake?.();
    await Promise.race([this.#running, new Promise((resolve) => setTimeout(resolve, maxMs).unref())]);
  }

  async #run(): Promise<void> {
    for (;;) {
      if (this.#queue.length === 0) {
        this.#becomeIdle();
        if (this.#isClosing) return;
        await new Promise<void>((resolve) => (this.#wake = resolve));
        this.#wake = undefined;
        continue;
      }
      this.#isIdle = false;
      await this.#gather();
      await this.#storeBacklog();
    }
  }

  /** #storeBacklog prepares each batch while the one before it is being stored. */
  async #storeBacklog(): Promise<void> {
    let next: Prepared | undefined = await this.#prepare();
    while (next !== undefined) {
      const storing = this.#storeUntilDone(next);
      const following: Prepared | undefined =
        this.#queuedEvents >= LARGE_BATCH_EVENTS * 2 ? await this.#prepare() : undefined;
      await storing;
      next = following;
    }
  }

  async #prepare(): Promise<Prepared> {
    const taken = this.#take();
    const batch = new StorageBatch();
    for (const { block, batch: known } of taken) {
      batch.addAll(known ?? buildStorageBatch(decodeSpooledRequest(this.options.spool.read(block))));
      if (known === undefined) await new Promise((resolve) => setImmediate(resolve));
    }
    return { taken, batch };
  }

  async #gather(): Promise<void> {
    const until = performance.now() + GATHER_MS;
    while (!this.#isClosing && this.#queuedEvents < LARGE_BATCH_EVENTS && performance.now() < until)
      await this.#pause(20);
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

  #take(): QueuedBlock[] {
    const taken: QueuedBlock[] = [];
    let events = 0;
    let index = 0;
    for (; index < this.#queue.length && events < BATCH_EVENTS; index += 1) {
      const next = this.#queue[index];
      if (next === undefined) break;
      taken.push(next);
      events += next.batch?.events.count ?? UNKNOWN_EVENTS;
    }
    this.#queue = this.#queue.slice(index);
    return taken;
  }

  async #storeUntilDone({ taken, batch }: Prepared): Promise<void> {
    const { spool, writer, logger, onStored } = this.options;
    for (let retryMs = FIRST_RETRY_MS; ; retryMs = Math.min(retryMs * 2, MAX_RETRY_MS)) {
      try {
        await writer.store(batch);
        const last = taken.at(-1);
        if (last !== undefined) spool.commit(last.block.end);
        this.#queuedBytes -= taken.reduce((sum, queued) => sum + queued.bytes, 0);
        this.storedEvents += batch.events.count;
        this.#queuedEvents -= taken.reduce((sum, queued) => sum + queued.events, 0);
        this.#isFailing = false;
        this.#releaseRoom();
        await onStored(batch.changed).catch((cause: unknown) =>
          logger.warn({ cause: String(cause) }, "signal not sent"),
        );
        return;
      } catch (cause) {
        this.#isFailing = true;
        this.#releaseRoom();
        logger.error({ cause: String(cause), retryMs }, "batch not stored, will be repeated");
        if (this.#isClosing) throw cause; // it stays in the spool and is stored after the next start
        await this.#pause(retryMs);
      }
    }
  }

  #pause(ms: number): Promise<void> {
    return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
  }
}
