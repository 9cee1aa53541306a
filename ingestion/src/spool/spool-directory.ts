import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import { join } from "node:path";
import { findBlock } from "./spool-block.js";
import type { SpoolPosition } from "./spool-position.js";

/** SpoolDirectory names the files of a spool: numbered segments. */
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
}
