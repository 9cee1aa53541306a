import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

const GZIP_MAGIC = [0x1f, 0x8b];

/** openText yields the text of a file in pieces; gzip is recognised by its first bytes, a byte order mark is dropped. */
export async function* openText(path: string, encoding: string): AsyncGenerator<string, void, void> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of await openBytes(path)) {
    const text = decoder.decode(toBytes(bytes), { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder.decode();
  if (rest !== "") yield rest;
}

async function openBytes(path: string): Promise<Readable> {
  const head: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end: 1 })) head.push(toBytes(chunk));
  const first = Buffer.concat(head);
  const file = createReadStream(path);
  if (first[0] !== GZIP_MAGIC[0] || first[1] !== GZIP_MAGIC[1]) return file;
  const unzipped = createGunzip();
  file.on("error", (error) => unzipped.destroy(error));
  return file.pipe(unzipped);
}

function toBytes(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  throw new TypeError("a file stream gave something that is not bytes");
}
