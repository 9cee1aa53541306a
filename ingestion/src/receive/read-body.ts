import type { EventBatch } from "../events/event-batch.js";
import { readCloudEvents, type RequestHeaders } from "./cloud-events/read-cloud-events.js";
import { decompressBody } from "./decompress-body.js";
import { findElementRanges } from "./find-element-ranges.js";
import { HttpRefusal } from "./http-refusal.js";

const MAX_EVENTS = 10_000;
const LINE_FEED = 10;

/** readBody turns a request's bytes into unchecked events. Throws `HttpRefusal` when it cannot be read at all. */
export async function readBody(bytes: Buffer, headers: RequestHeaders): Promise<EventBatch> {
  const plain = await decompressBody(bytes, String(headers["content-encoding"] ?? ""));
  const mediaType = (String(headers["content-type"] ?? "").split(";")[0] ?? "").trim().toLowerCase();
  const events = readCloudEvents(plain, mediaType, headers) ?? readEvents(plain, mediaType);
  const { length } = events.values;
  if (length > MAX_EVENTS)
    throw new HttpRefusal(413, "too_many_events", `${length} events in one request: send at most ${MAX_EVENTS}`);
  return events;
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
