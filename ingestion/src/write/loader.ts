import type { Logger } from "pino";
import { decodeSpooledRequest, type SpooledRequest } from "../pipeline/spooled-request.js";
import type { Spool, SpooledBlock } from "../spool/spool.js";
import type { ChangedNetwork } from "./changed-network.js";
import { StorageBatch } from "./storage-batch.js";
import type { StorageWriter } from "./storage-writer.js";

/** One insert of this many events costs about as much a row as larger ones, and keeps memory and delay small. */
const BATCH_EVENTS = 20_000;
/** While little arrives, batches are begun this far apart: fewer, larger parts, and still visible well within a second. */
const IDLE_BATCH_MS = 200;
/** Decoded requests kept in memory; beyond it blocks are read again from the spool. */
const MAX_QUEUED_BYTES = 96 * 1024 * 1024;
const FIRST_RETRY_MS = 250;
const MAX_RETRY_MS = 15_000;

interface QueuedBlock {
  readonly block: SpooledBlock;
  readonly bytes: number;
  readonly request: SpooledRequest | undefined;
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
  #waiters: (() => void)[] = [];
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
    this.#running = this.#run();
  }

  /** add queues a durable block; `request` is its decoded content where it is at hand. */
  add(block: SpooledBlock, request?: SpooledRequest): void {
    const bytes = block.end.offset - block.start.offset;
    const keeps = request !== undefined && this.#queuedBytes + bytes <= MAX_QUEUED_BYTES;
    if (keeps) this.#queuedBytes += bytes;
    this.#queue.push({ block, bytes: keeps ? bytes : 0, request: keeps ? request : undefined });
    this.#wake?.();
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
      const startedAt = performance.now();
      const taken = this.#take();
      await this.#storeUntilDone(taken);
      const spentMs = performance.now() - startedAt;
      if (!this.#isClosing && this.#queue.length < 8) await this.#pause(IDLE_BATCH_MS - spentMs);
    }
  }

  #becomeIdle(): void {
    this.#isIdle = true;
    const waiters = this.#waiters;
    this.#waiters = [];
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
      events += next.request?.accepted.length ?? 500;
    }
    this.#queue = this.#queue.slice(index);
    return taken;
  }

  async #storeUntilDone(taken: readonly QueuedBlock[]): Promise<void> {
    const { spool, writer, logger, onStored } = this.options;
    for (let retryMs = FIRST_RETRY_MS; ; retryMs = Math.min(retryMs * 2, MAX_RETRY_MS)) {
      try {
        const batch = new StorageBatch();
        for (const { block, request } of taken) fill(batch, request ?? decodeSpooledRequest(spool.read(block)));
        await writer.store(batch);
        const last = taken.at(-1);
        if (last !== undefined) spool.commit(last.block.end);
        this.#queuedBytes -= taken.reduce((sum, queued) => sum + queued.bytes, 0);
        this.storedEvents += batch.events.length;
        await onStored(batch.changed).catch((cause: unknown) => logger.warn({ cause: String(cause) }, "signal not sent"));
        return;
      } catch (cause) {
        logger.error({ cause: String(cause), retryMs }, "batch not stored, will be repeated");
        if (this.#isClosing) return; // it stays in the spool and is stored after the next start
        await this.#pause(retryMs);
      }
    }
  }

  #pause(ms: number): Promise<void> {
    return ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
  }
}

function fill(batch: StorageBatch, request: SpooledRequest): void {
  for (const received of request.accepted) batch.add(received);
  for (const rejected of request.rejected) batch.addRejected(rejected);
}
