import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { HttpRefusal } from "./http-refusal.js";

/** MAX_BODY_BYTES is the limit of a request after decompression (CONTRACT section 2). */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;
const MAX_EVENTS = 10_000;

const unzip = promisify(gunzip);

/** readBody turns a request's bytes into unchecked events. Throws `HttpRefusal` when it cannot be read at all. */
export async function readBody(
  bytes: Buffer,
  headers: { contentType: string; contentEncoding: string },
): Promise<unknown[]> {
  const plain = await decompress(bytes, headers.contentEncoding);
  const mediaType = (headers.contentType.split(";")[0] ?? "").trim().toLowerCase();
  const events = readEvents(plain.toString("utf8"), mediaType);
  if (events.length > MAX_EVENTS)
    throw new HttpRefusal(413, "too_many_events", `${events.length} events in one request: send at most ${MAX_EVENTS}`);
  return events;
}

async function decompress(bytes: Buffer, encoding: string): Promise<Buffer> {
  if (encoding === "" || encoding === "identity") return bytes;
  if (encoding !== "gzip")
    throw new HttpRefusal(
      415,
      "unsupported_encoding",
      `Content-Encoding ${encoding} is not supported: send gzip or none`,
    );
  try {
    return await unzip(bytes, { maxOutputLength: MAX_BODY_BYTES });
  } catch (cause) {
    if ((cause as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE")
      throw new HttpRefusal(
        413,
        "too_large",
        "the body is larger than 10 MiB after decompression: send smaller batches",
      );
    throw new HttpRefusal(400, "unreadable", "the body is not valid gzip: check Content-Encoding and the sender");
  }
}

function readEvents(text: string, mediaType: string): unknown[] {
  switch (mediaType) {
    case "application/json":
      return readJson(text);
    case "application/x-ndjson":
      return readLines(text);
    default:
      throw new HttpRefusal(
        415,
        "unsupported_type",
        `Content-Type ${mediaType || "(none)"} is not supported: send application/json or application/x-ndjson`,
      );
  }
}

function readJson(text: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.slice(0, 200) : "";
    throw new HttpRefusal(400, "unreadable", `the body is not JSON: ${detail}`);
  }
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value === "object" && value !== null) return [value];
  throw new HttpRefusal(400, "unreadable", "the body must be one JSON object or an array of them");
}

/** A line that is no JSON stays as text and is refused on its own, so that nothing else of the request is lost. */
function readLines(text: string): unknown[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  let readable = 0;
  const values = lines.map((line): unknown => {
    try {
      const value: unknown = JSON.parse(line);
      readable += 1;
      return value;
    } catch {
      return line;
    }
  });
  if (lines.length > 0 && readable === 0)
    throw new HttpRefusal(400, "unreadable", "no line of the body is JSON: send one JSON object a line");
  return values;
}
