import { open, type FileHandle } from "node:fs/promises";
import { encodeBlockHeader, findBlock } from "./spool-block.js";
import { CheckpointFile, type Checkpoint } from "./checkpoint-file.js";
import { SpoolDirectory } from "./spool-directory.js";
import { SpoolFull } from "./spool-full.js";
import { isBefore, type SpoolPosition } from "./spool-position.js";

/** A new segment is begun beyond this size, so that stored ones can be deleted. */
const SEGMENT_BYTES = 64 * 1024 * 1024;
const RETRY_AFTER_SECONDS = 5;
/** The kernel takes at most 1,024. */
const MAX_PIECES_A_WRITE = 512;

/** SpooledBlock is a durable block: where it is, and the position behind it to commit once it is stored. */
export interface SpooledBlock {
  readonly start: SpoolPosition;
  readonly end: SpoolPosition;
}

interface Waiting {
  readonly pieces: readonly Buffer[];
  readonly length: number;
  readonly resolve: (block: SpooledBlock) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Spool keeps accepted blocks on disk until they are stored. `append` resolves after fsync; blocks that wait together
 * share one write and one fsync (group commit). What was not committed is read again after a restart.
 */
export class Spool {
  readonly #directory: SpoolDirectory;
  #file: FileHandle | undefined;
  #segment = 0;
  #offset = 0;
  #bytes = 0;
  readonly #checkpointFile: CheckpointFile;
  /** What the file says. */
  #durable: Checkpoint;
  #committed: SpoolPosition;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  #isClosed = false;

  constructor(
    path: string,
    private readonly maxBytes: number,
  ) {
    this.#directory = new SpoolDirectory(path);
    this.#checkpointFile = new CheckpointFile(path);
    this.#durable = this.#checkpointFile.read();
    this.#committed = this.#durable.committed;
    this.#segment = Math.max(this.#durable.planned.segment, this.#directory.listSegments().at(-1) ?? 0) + 1;
  }

  /** writer names this spool among all that store. */
  get writer(): string {
    return this.#durable.writer;
  }

  /** planned is where the batch ends that was being stored when a process ended: up to there what `recover` finds is one batch. */
  get planned(): SpoolPosition | undefined {
    const { committed, planned } = this.#durable;
    return isBefore(committed, planned) ? planned : undefined;
  }

  /** isSettled says that nothing committed is waiting to be written down. */
  get isSettled(): boolean {
    return !isBefore(this.#durable.committed, this.#committed);
  }

  /** bytes on disk that are not yet stored and deleted. */
  get bytes(): number {
    return this.#bytes;
  }

  /** recover yields what was durable but not stored when the process ended; a torn tail was never acknowledged and is cut. */
  *recover(): Generator<SpooledBlock> {
    for (const segment of this.#directory.listSegments()) {
      if (segment < this.#committed.segment) {
        this.#directory.removeSegment(segment);
        continue;
      }
      const bytes = this.#directory.readSegment(segment);
      this.#bytes += bytes.length;
      let offset = segment === this.#committed.segment ? this.#committed.offset : 0;
      for (;;) {
        const found = findBlock(bytes, offset);
        if ("end" in found) {
          if (found.end === "torn") this.#directory.cutSegment(segment, offset);
          break;
        }
        const start = { segment, offset };
        offset = found.nextOffset;
        yield { start, end: { segment, offset } };
      }
    }
  }

  /** read returns the body of a durable block that is not yet committed. */
  read(block: SpooledBlock): Buffer {
    return this.#directory.readBlock(block.start, block.end);
  }

  /** append makes a body, given in pieces, durable and returns its place. Rejects with `SpoolFull` and then nothing is stored. */
  append(body: readonly Buffer[]): Promise<SpooledBlock> {
    if (this.#isClosed) return Promise.reject(new SpoolFull(RETRY_AFTER_SECONDS, "the receiver is closing"));
    const pieces = [encodeBlockHeader(body), ...body];
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (this.#bytes + length > this.maxBytes)
      return Promise.reject(
        new SpoolFull(RETRY_AFTER_SECONDS, "the spool is full: storage is slower than the senders"),
      );
    this.#bytes += length;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ pieces, length, resolve, reject });
      this.#writing ??= this.#writeGroups().finally(() => (this.#writing = undefined));
    });
  }

  /** plan makes durable that the next batch ends at `end`, together with what was committed before; it must not be stored earlier. */
  async plan(end: SpoolPosition): Promise<void> {
    if (this.isSettled && !isBefore(this.#durable.planned, end)) return;
    await this.#save(end);
  }

  /** commit says that everything before `position` is stored; `plan` or `settle` write it down. */
  commit(position: SpoolPosition): void {
    if (isBefore(this.#committed, position)) this.#committed = position;
  }

  /** settle writes down what was committed. */
  async settle(): Promise<void> {
    if (!this.isSettled) await this.#save(this.#durable.planned);
  }

  /** #save writes the checkpoint and deletes the segments before it. */
  async #save(planned: SpoolPosition): Promise<void> {
    const checkpoint = {
      committed: this.#committed,
      planned: isBefore(planned, this.#committed) ? this.#committed : planned,
      writer: this.writer,
    };
    await this.#checkpointFile.write(checkpoint);
    this.#durable = checkpoint;
    for (const segment of this.#directory.listSegments()) {
      if (segment >= checkpoint.committed.segment) break;
      this.#bytes -= this.#directory.sizeOfSegment(segment);
      this.#directory.removeSegment(segment);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#writing;
    await this.#file?.close();
    this.#file = undefined;
  }

  async #writeGroups(): Promise<void> {
    // The first block of a group waits one turn of the event loop, so that requests which arrive together share the fsync.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      try {
        await this.#writeGroup(group);
      } catch (cause) {
        await this.#giveUpSegment(group, cause);
      }
    }
  }

  async #writeGroup(group: readonly Waiting[]): Promise<void> {
    if (this.#file === undefined || this.#offset > SEGMENT_BYTES) await this.#beginSegment();
    const start = this.#offset;
    await this.#writeAll(group.flatMap((waiting) => waiting.pieces));
    await this.#file?.datasync();
    let offset = start;
    for (const waiting of group) {
      const start = { segment: this.#segment, offset };
      offset += waiting.length;
      waiting.resolve({ start, end: { segment: this.#segment, offset } });
    }
    this.#offset = offset;
  }

  async #writeAll(pieces: readonly Buffer[]): Promise<void> {
    const file = this.#file;
    if (file === undefined) return;
    let position = this.#offset;
    for (let from = 0; from < pieces.length; from += MAX_PIECES_A_WRITE) {
      const some = pieces.slice(from, from + MAX_PIECES_A_WRITE);
      const length = some.reduce((sum, piece) => sum + piece.length, 0);
      const { bytesWritten } = await file.writev(some, position);
      // A short write means the disk is full: what is left is written alone, which then says why it cannot be.
      if (bytesWritten < length)
        await writeRest(file, Buffer.concat(some).subarray(bytesWritten), position + bytesWritten);
      position += length;
    }
  }

  async #beginSegment(): Promise<void> {
    await this.#file?.close();
    if (this.#file !== undefined) this.#segment += 1;
    this.#file = await open(this.#directory.segmentPath(this.#segment), "w");
    this.#offset = 0;
  }

  /** A failed write (disk full) refuses the whole group; the half-written tail is cut and a new segment begun. */
  async #giveUpSegment(group: readonly Waiting[], cause: unknown): Promise<void> {
    const text = cause instanceof Error ? cause.message : String(cause);
    for (const waiting of group) {
      this.#bytes -= waiting.length;
      waiting.reject(new SpoolFull(RETRY_AFTER_SECONDS, `the spool cannot be written: ${text}`));
    }
    await this.#file?.truncate(this.#offset).catch(() => undefined);
  }
}

async function writeRest(file: FileHandle, rest: Buffer, position: number): Promise<void> {
  let written = 0;
  while (written < rest.length)
    written += (await file.write(rest, written, rest.length - written, position + written)).bytesWritten;
}
