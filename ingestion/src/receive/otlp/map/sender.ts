import type { IngestKey } from "../../../events/ingest-key.js";
import type { OtlpResource } from "../decode/otlp-request.js";
import { cutText } from "../values/cut-text.js";
import { addAttributes } from "./add-attributes.js";
import { OWN_PREFIX, readOwnFields, type OwnFields } from "./own-fields.js";
import type { FlatAttributes } from "./add-attributes.js";

const UNKNOWN_SERVICE = "unknown_service";
/** What describes the machine and the process says nothing of the work; on every step it would be most of what is stored. */
const MACHINE =
  /^(telemetry|process|host|os|container|k8s|cloud|faas|aws|gcp|azure|device|webengine|browser|service\.instance)\./;

/** Sender is what a resource says for everything it sent: who, the fields it fills, and attributes worth keeping. */
export interface Sender {
  readonly source: string;
  readonly fields: OwnFields;
  readonly attributes: FlatAttributes;
}

/** buildSender reads a resource. Without a client the only client of the key is taken. */
export function buildSender(resource: OtlpResource | null | undefined, key: IngestKey): Sender {
  const given = resource?.attributes ?? [];
  const fields = readOwnFields(given);
  const [only] = key.clients ?? [];
  const client = fields["client"] ?? (key.clients?.length === 1 ? only : undefined);
  const attributes: FlatAttributes = {};
  addAttributes(
    attributes,
    given.filter(({ key: name }) => isWorth(name ?? "")),
  );
  return {
    source: readSource(given),
    fields: client === undefined ? fields : { ...fields, client },
    attributes,
  };
}

function readSource(given: NonNullable<OtlpResource["attributes"]>): string {
  const name = given.find((attribute) => attribute.key === "service.name")?.value?.stringValue;
  return cutText(name ?? "", 128) || UNKNOWN_SERVICE;
}

function isWorth(name: string): boolean {
  return name !== "service.name" && !MACHINE.test(name) && !name.startsWith(OWN_PREFIX);
}
