import { crc32 } from "node:zlib";

/** A block is one request's events: 16 bytes of header (magic, length, CRC-32, reserved) and its body as UTF-8 text. */
const MAGIC = 0x57_46_53_31; // "WFS1"

/** BLOCK_HEADER_BYTES is the length of a block's header. */
export const BLOCK_HEADER_BYTES = 16;

/** encodeBlock frames a body with its checksum. */
export function encodeBlock(body: Buffer): Buffer {
  const block = Buffer.allocUnsafe(BLOCK_HEADER_BYTES + body.length);
  block.writeUInt32LE(MAGIC, 0);
  block.writeUInt32LE(body.length, 4);
  block.writeUInt32LE(crc32(body), 8);
  block.writeUInt32LE(0, 12);
  body.copy(block, BLOCK_HEADER_BYTES);
  return block;
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
