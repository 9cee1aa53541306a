import { crc32 } from "node:zlib";

/** A block is one request's events: 16 bytes of header (magic, length, CRC-32, reserved) and its body as UTF-8 text. */
const MAGIC = 0x57_46_53_31; // "WFS1"

/** BLOCK_HEADER_BYTES is the length of a block's header. */
export const BLOCK_HEADER_BYTES = 16;

/** encodeBlockHeader frames a body, given in pieces, with its length and checksum; the body follows it. */
export function encodeBlockHeader(pieces: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(BLOCK_HEADER_BYTES);
  header.writeUInt32LE(MAGIC, 0);
  header.writeUInt32LE(
    pieces.reduce((sum, piece) => sum + piece.length, 0),
    4,
  );
  header.writeUInt32LE(
    pieces.reduce((sum, piece) => crc32(piece, sum), 0),
    8,
  );
  return header;
}

/** FoundBlock is a whole block found in a segment, or why reading ends there. */
export type FoundBlock = { readonly body: Buffer; readonly nextOffset: number } | { readonly end: "clean" | "torn" };

/** findBlock reads the block at `offset` of a segment's bytes; an incomplete or damaged one is a torn tail. */
export function findBlock(segment: Buffer, offset: number): FoundBlock {
  if (offset >= segment.length) return { end: "clean" };
  if (offset + BLOCK_HEADER_BYTES > segment.length || segment.readUInt32LE(offset) !== MAGIC) return { end: "torn" };
  const length = segment.readUInt32LE(offset + 4);
  const nextOffset = offset + BLOCK_HEADER_BYTES + length;
  if (nextOffset > segment.length) return { end: "torn" };
  const body = segment.subarray(offset + BLOCK_HEADER_BYTES, nextOffset);
  return crc32(body) === segment.readUInt32LE(offset + 8) ? { body, nextOffset } : { end: "torn" };
}
