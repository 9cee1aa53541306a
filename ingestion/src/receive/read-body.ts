import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { EventBatch } from "../events/event-batch.js";
import { readCloudEvents, type RequestHeaders } from "./cloud-events/read-cloud-events.js";
import { findElementRanges } from "./find-element-ranges.js";
import { HttpRefusal } from "./http-refusal.js";

/** MAX_BODY_BYTES is the limit of a request after decompression (CONTRACT section 2). */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;
const MAX_EVENTS = 10_000;
const LINE_FEED = 10;

const unzip = promisify(gunzip);

/** readBody turns a request's bytes into unchecked events. Throws `HttpRefusal` when it cannot be read at all. */
export async function readBody(bytes: Buffer, headers: RequestHeaders): Promise<EventBatch> {
  const plain = await decompress(bytes, String(headers["content-encoding"] ?? ""));
  const mediaType = (String(headers["content-type"] ?? "").split(";")[0] ?? "").trim().toLowerCase();
  const events = readCloudEvents(plain, mediaType, headers) ?? readEvents(plain, mediaType);
  const { length } = events.values;
  if (length > MAX_EVENTS)
    throw new HttpRefusal(413, "too_many_events", `${length} events in one request: send at most ${MAX_EVENTS}`);
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

function readEvents(bytes: Buffer, mediaType: string): EventBatch {
  switch (mediaType) {
    case "application/json":
      return readJson(bytes);
    case "application/x-ndjson":
      return readLines(bytes);
    default:
      throw new HttpRefusal(
        415,
        "unsupported_type",
        `Content-Type ${mediaType || "(none)"} is not supported: send application/json, application/x-ndjson or CloudEvents`,
      );
  }
}

function readJson(bytes: Buffer): EventBatch {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.slice(0, 200) : "";
    throw new HttpRefusal(400, "unreadable", `the body is not JSON: ${detail}`);
  }
  if (Array.isArray(value)) return { values: value as unknown[], bytes, ranges: findElementRanges(bytes) };
  if (typeof value === "object" && value !== null) return { values: [value], bytes, ranges: [0, bytes.length] };
  throw new HttpRefusal(400, "unreadable", "the body must be one JSON object or an array of them");
}

/** A line that is no JSON stays as text and is refused on its own, so that nothing else of the request is lost. */
function readLines(bytes: Buffer): EventBatch {
  const values: unknown[] = [];
  const ranges: number[] = [];
  let readable = 0;
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.toString("utf8", start, end);
    const value = readLine(line);
    if (value !== line) readable += 1;
    if (value !== line || line.trim() !== "") {
      values.push(value);
      ranges.push(start, end);
    }
    start = end + 1;
  }
  if (values.length > 0 && readable === 0)
    throw new HttpRefusal(400, "unreadable", "no line of the body is JSON: send one JSON object a line");
  return { values, bytes, ranges };
}

function readLine(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return line;
  }
}
