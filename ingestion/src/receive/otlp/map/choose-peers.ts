import { cutText } from "../values/cut-text.js";
import type { FlatAttributes } from "./read-attributes.js";

/** Kinds of spans in the protocol; the others stay within one service. */
const SERVER = 2;
const CLIENT = 3;
const PRODUCER = 4;
const CONSUMER = 5;

/** Attributes of the semantic conventions, newest first, that name the system at the other end. Addresses of callers are not among them: they are machines. */
const OTHER_END = [
  "service.peer.name",
  "peer.service",
  "messaging.destination.name",
  "server.address",
  "net.peer.name",
  "db.system.name",
  "db.system",
];
const CALLER = ["service.peer.name", "peer.service"];
const QUEUE = [...CALLER, "messaging.destination.name"];
const MAX_LENGTH = 128;

/** Peers are the two systems a step connects. */
export interface Peers {
  readonly from: string;
  readonly to: string;
}

/** choosePeers says which systems a span connects, if both are told: a call goes from its service to the other end, an answer the other way. */
export function choosePeers(kind: number, source: string, attributes: FlatAttributes): Peers | undefined {
  if (kind === CLIENT || kind === PRODUCER) return join(source, findText(attributes, OTHER_END));
  if (kind === SERVER) return join(findText(attributes, CALLER), source);
  if (kind === CONSUMER) return join(findText(attributes, QUEUE), source);
  return undefined;
}

/** One end alone connects nothing. */
function join(from: string | undefined, to: string | undefined): Peers | undefined {
  return from === undefined || to === undefined ? undefined : { from, to };
}

function findText(attributes: FlatAttributes, names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = attributes[name];
    if (typeof found === "string" && found !== "") return cutText(found, MAX_LENGTH);
  }
  return undefined;
}
