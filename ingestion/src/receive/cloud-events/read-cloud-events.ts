import { buildEventBatch } from "../../events/build-event-batch.js";
import type { EventBatch } from "../../events/event-batch.js";
import { UnmappedEvent } from "../../events/unmapped-event.js";
import { HttpRefusal } from "../http-refusal.js";
import { mapCloudEvent } from "./map-cloud-event.js";

const STRUCTURED = "application/cloudevents+json";
const BATCH = "application/cloudevents-batch+json";
const PREFIX = "ce-";

/** RequestHeaders are lower-case HTTP headers. */
export type RequestHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** readCloudEvents reads a body in one of the three modes of the HTTP binding; undefined when it is none. Throws `HttpRefusal` when it cannot be read. */
export function readCloudEvents(bytes: Buffer, mediaType: string, headers: RequestHeaders): EventBatch | undefined {
  if (mediaType === BATCH) {
    const values = parse(bytes);
    if (!Array.isArray(values)) throw new HttpRefusal(400, "unreadable", "a batch of CloudEvents must be a JSON array");
    return buildEventBatch(values.map(mapStructured));
  }
  if (mediaType === STRUCTURED) return buildEventBatch([mapStructured(parse(bytes))]);
  if (headers[`${PREFIX}id`] === undefined && headers[`${PREFIX}specversion`] === undefined) return undefined;
  return buildEventBatch([mapBinary(bytes, mediaType, headers)]);
}

function mapStructured(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return new UnmappedEvent({ reason: "malformed", field: "", detail: "a CloudEvent must be a JSON object" }, value);
  return mapCloudEvent({
    attributes: value as Readonly<Record<string, unknown>>,
    headers: { "content-type": STRUCTURED },
    body: value,
  });
}

function mapBinary(bytes: Buffer, mediaType: string, headers: RequestHeaders): unknown {
  if (mediaType !== "application/json")
    throw new HttpRefusal(
      415,
      "unsupported_type",
      `Content-Type ${mediaType || "(none)"} is not supported: send the data of a CloudEvent as application/json`,
    );
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (name.startsWith(PREFIX) && typeof value === "string") attributes[name.slice(PREFIX.length)] = decode(value);
  const prefixed = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`${PREFIX}${name}`, value]));
  return mapCloudEvent({ attributes, headers: { ...prefixed, "content-type": mediaType }, body: parse(bytes) });
}

/** Attributes travel percent-encoded in headers; one that is not is taken as it is. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8")) as unknown;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message.slice(0, 200) : "";
    throw new HttpRefusal(400, "unreadable", `the body is not JSON: ${detail}`);
  }
}
