import { HTTP, type CloudEvent } from "cloudevents";
import type { Refusal } from "../../events/refusal.js";
import { UnmappedEvent } from "../../events/unmapped-event.js";

/** SentCloudEvent is one CloudEvent as it came: `attributes` are its context attributes, the rest is what the library decodes. */
export interface SentCloudEvent {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Fields that may travel as extension attributes, for senders that route by them. */
const EXTENSION_FIELDS: ReadonlySet<string> = new Set([
  ...["client", "store", "channel", "partner", "region", "brand", "correlation", "actor"],
  ...["workflow", "run", "step", "change", "exception", "measure"],
]);
const OWN_ATTRIBUTES: ReadonlySet<string> = new Set(["id", "source", "time", "data", "data_base64"]);
/** A type names a kind, alone or behind a reverse-DNS prefix that ends in "watchfloor." */
const KIND = /^(?:(?:[a-z0-9-]+\.)*watchfloor\.)?([a-z]+\.[a-z]+)$/;

/**
 * mapCloudEvent makes an event of CONTRACT 2.1 of a CloudEvent 1.0: id, source and time are its own, the kind is its type, the
 * rest is its data. Extension attributes fill what data leaves open; attributes that fill nothing are kept under `cloudEvent`.
 */
export function mapCloudEvent(sent: SentCloudEvent): Record<string, unknown> | UnmappedEvent {
  const { attributes } = sent;
  if (attributes["specversion"] !== "1.0")
    return refuse(sent, { reason: "malformed", field: "specversion", detail: 'specversion must be "1.0"' });
  let data: unknown;
  try {
    const event = HTTP.toEvent({ headers: { ...sent.headers }, body: sent.body }) as CloudEvent<unknown>;
    event.validate();
    data = event.data ?? {};
  } catch (cause) {
    return refuse(sent, { reason: "malformed", field: "", detail: `not a CloudEvent: ${describe(cause)}` });
  }
  if (typeof data !== "object" || data === null || Array.isArray(data) || ArrayBuffer.isView(data))
    return refuse(sent, {
      reason: "wrong_type",
      field: "data",
      detail: "data must be a JSON object with the fields of the event",
    });
  return joinFields(attributes, data as Readonly<Record<string, unknown>>);
}

/** TRICKY: id and time come from what was sent, because the library invents them where they are absent; a repetition would be another event. */
function joinFields(
  attributes: SentCloudEvent["attributes"],
  data: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const { id, source, type } = attributes;
  const document: Record<string, unknown> = {
    ...data,
    ...(id === undefined ? {} : { id }),
    source,
    kind: typeof type === "string" ? (KIND.exec(type)?.[1] ?? type) : type,
    ...(attributes["time"] === undefined ? {} : { time: attributes["time"] }),
  };
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (OWN_ATTRIBUTES.has(name)) continue;
    if (EXTENSION_FIELDS.has(name) && data[name] === undefined) document[name] = String(value);
    else kept[name] = value;
  }
  return { ...document, cloudEvent: kept };
}

function refuse({ attributes, body }: SentCloudEvent, refusal: Refusal): UnmappedEvent {
  const original = typeof body === "object" ? body : { ...attributes, data: body };
  return new UnmappedEvent(refusal, original);
}

function describe(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).slice(0, 300);
}
