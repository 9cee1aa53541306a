import type { IngestKey } from "../../../events/ingest-key.js";
import type { OtlpResource } from "../decode/otlp-request.js";
import { cutText } from "../values/cut-text.js";
import { readAttributes, type Fields, type FlatAttributes } from "./read-attributes.js";

const SERVICE = "service.name";
const UNKNOWN_SERVICE = "unknown_service";
const MAX_SOURCE = 128;
/** What describes the machine and the process says nothing of the work; on every step it would be most of what is stored. */
const MACHINE =
  /^(telemetry|process|host|os|container|k8s|cloud|faas|aws|gcp|azure|device|webengine|browser|service\.instance)\./;

/** Sender is what a resource says for everything it sent: who, the fields it fills, and attributes worth keeping. */
export interface Sender {
  readonly source: string;
  readonly fields: Fields;
  readonly attributes: FlatAttributes;
}

/** buildSender reads a resource. Without a client the only client of the key is taken. */
export function buildSender(resource: OtlpResource | null | undefined, key: IngestKey): Sender {
  const given = resource?.attributes ?? [];
  const { fields = {}, attributes } = readAttributes(given, isWorth);
  const [only] = key.clients ?? [];
  const isClear = fields["client"] !== undefined || only === undefined || key.clients?.length !== 1;
  return { source: readSource(given), fields: isClear ? fields : { ...fields, client: only }, attributes };
}

function readSource(given: NonNullable<OtlpResource["attributes"]>): string {
  const name = given.find((attribute) => attribute.key === SERVICE)?.value?.stringValue;
  return cutText(name ?? "", MAX_SOURCE) || UNKNOWN_SERVICE;
}

function isWorth(name: string): boolean {
  return name !== SERVICE && !MACHINE.test(name);
}
