import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { ImportFault } from "./import-fault.js";

const GZIP_MAGIC = [0x1f, 0x8b];
/** A byte order mark says the encoding, whatever the mapping leaves open (WHATWG Encoding, "BOM sniff"). */
const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** OpenText says how a file is read: `encoding` undefined = by its byte order mark, else UTF-8; `onBytes` is told of bytes of the file as they are read. */
export interface OpenText {
  readonly encoding?: string | undefined;
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/**
 * openText yields the text of a file in pieces; gzip is recognised by its first bytes, a byte order mark is dropped. Bytes that
 * are none of the encoding become U+FFFD. Throws `ImportFault` when gzip ends early or is damaged.
 */
export async function* openText(path: string, options: OpenText = {}): AsyncGenerator<string, void, void> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    for await (const bytes of await openBytes(path, options.onBytes)) {
      const chunk = toBytes(bytes);
      decoder ??= new TextDecoder(options.encoding ?? findMarkedEncoding(chunk));
      const text = decoder.decode(chunk, { stream: true });
      if (text !== "") yield text;
    }
  } catch (cause) {
    throw explainGzip(path, cause);
  }
  const rest = decoder?.decode() ?? "";
  if (rest !== "") yield rest;
}

async function openBytes(path: string, onBytes: OpenText["onBytes"]): Promise<Readable> {
  const head: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: 1 })) head.push(toBytes(chunk));
  const first = Buffer.concat(head);
  const file = createReadStream(path);
  if (onBytes !== undefined) file.on("data", (chunk) => onBytes(chunk.length));
  if (first[0] !== GZIP_MAGIC[0] || first[1] !== GZIP_MAGIC[1]) return file;
  const unzipped = createGunzip();
  file.on("error", (error) => unzipped.destroy(error));
  return file.pipe(unzipped);
}

function findMarkedEncoding(bytes: Buffer): string {
  return MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0] ?? "utf-8";
}

function explainGzip(path: string, cause: unknown): unknown {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
  if (code === "Z_BUF_ERROR") return new ImportFault(`${path} ends early: its gzip is not complete, copy it again`);
  if (code.startsWith("Z_")) return new ImportFault(`${path} is damaged: its gzip cannot be read, copy it again`);
  return cause;
}

function toBytes(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  throw new TypeError("a file stream gave something that is not bytes");
}
