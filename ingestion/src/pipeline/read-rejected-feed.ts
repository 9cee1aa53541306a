import { chooseRejectedTime } from "../events/choose-rejected-time.js";
import type { IngestKey } from "../events/ingest-key.js";
import { readInstant } from "../events/read-instant.js";
import { readSentText } from "./read-sent-text.js";

/** RejectedFeed is what can be trusted of the feed of a refused event; '' = unknown. */
export interface RejectedFeed {
  readonly client: string;
  readonly store: string;
  readonly channel: string;
  readonly partner: string;
  /** Its own time where it can be read and is sane. */
  readonly timeMs: number | undefined;
}

/**
 * readRejectedFeed reads the feed of a refused event as far as its words can be trusted. A client that the key may not send for is left
 * out whatever the event is refused for, and with it its places: nobody may spoil the figures of another client. What names no client,
 * such as a payload that could not be mapped, is of the only one its key may send for.
 */
export function readRejectedFeed(value: unknown, key: IngestKey, nowMs: number): RejectedFeed {
  const client = readSentText(value, "client") || (key.clients?.length === 1 ? (key.clients[0] ?? "") : "");
  const isAllowed = client !== "" && (key.clients === null || key.clients.includes(client));
  const readPlace = (name: string) =>
    isAllowed ? readSentText(value, name) || readSentText(value, "target", name) : "";
  return {
    client: isAllowed ? client : "",
    store: readPlace("store"),
    channel: readPlace("channel"),
    partner: readPlace("partner"),
    timeMs: chooseRejectedTime(readInstant(readSentText(value, "time")), nowMs),
  };
}
