import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { findBlock } from "./spool-block.js";
import type { SpoolPosition } from "./spool-position.js";

/** SpoolDirectory names the files of a spool: numbered segments and the checkpoint up to which they are stored. */
export class SpoolDirectory {
  constructor(readonly path: string) {
    mkdirSync(path, { recursive: true });
  }

  segmentPath(segment: number): string {
    return join(this.path, `${String(segment).padStart(12, "0")}.spool`);
  }

  /** listSegments returns the numbers of the segments, oldest first. */
  listSegments(): number[] {
    return readdirSync(this.path)
      .filter((name) => name.endsWith(".spool"))
      .map((name) => Number.parseInt(name, 10))
      .sort((left, right) => left - right);
  }

  readSegment(segment: number): Buffer {
    return readFileSync(this.segmentPath(segment));
  }

  /** readBlock returns the body of the block between two positions of one segment. */
  readBlock(start: SpoolPosition, end: SpoolPosition): Buffer {
    const file = openSync(this.segmentPath(start.segment), "r");
    try {
      const bytes = Buffer.alloc(end.offset - start.offset);
      readSync(file, bytes, 0, bytes.length, start.offset);
      const found = findBlock(bytes, 0);
      if ("end" in found) throw new Error(`spool segment ${start.segment} is damaged at byte ${start.offset}`);
      return found.body;
    } finally {
      closeSync(file);
    }
  }

  sizeOfSegment(segment: number): number {
    return statSync(this.segmentPath(segment)).size;
  }

  cutSegment(segment: number, length: number): void {
    truncateSync(this.segmentPath(segment), length);
  }

  removeSegment(segment: number): void {
    rmSync(this.segmentPath(segment), { force: true });
  }

  /** readCheckpoint returns where loading goes on after a restart; a missing or unreadable file means the beginning. */
  readCheckpoint(): SpoolPosition {
    try {
      const found = JSON.parse(readFileSync(join(this.path, "checkpoint.json"), "utf8")) as Partial<SpoolPosition>;
      if (typeof found.segment === "number" && typeof found.offset === "number")
        return { segment: found.segment, offset: found.offset };
    } catch {
      // NOTE: loading twice is harmless, so a lost checkpoint costs time only.
    }
    return { segment: 0, offset: 0 };
  }

  writeCheckpoint(position: SpoolPosition): void {
    const temporary = join(this.path, "checkpoint.json.new");
    const file = openSync(temporary, "w");
    try {
      writeSync(file, JSON.stringify({ segment: position.segment, offset: position.offset }));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, join(this.path, "checkpoint.json"));
  }
}
