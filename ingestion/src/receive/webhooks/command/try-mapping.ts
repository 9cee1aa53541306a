import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { loadMapping, type Mapping } from "@watchfloor/dashboards";
import { mapPayload } from "../../../mapping/payload/map-payload.js";
import { HttpRefusal } from "../../http-refusal.js";
import { MappingShelf } from "../mapping-shelf.js";
import { readPayload } from "../read-payload.js";
import { WebhookRefused } from "./webhook-refused.js";

/** TriedMapping is a mapping, by name or as a file, and an example of what it maps. */
export interface TriedMapping {
  readonly mapping: string;
  readonly payload: string;
  /** As `name: value`. */
  readonly headers: readonly string[];
  readonly dataDirectory: string;
  readonly now: () => Date;
}

/** tryMapping maps an example payload and writes the events and what could not be made, so that a mapping is right before it is declared. */
export async function tryMapping(tried: TriedMapping): Promise<{ text: string; hasFaults: boolean }> {
  const mapping = await getMapping(tried);
  const payload = parse(await readExample(tried.payload));
  const headers = Object.fromEntries(tried.headers.map(splitHeader));
  const origin = { headers, source: mapping.source ?? "try", client: mapping.client ?? "try" };
  const { events, faults, faultCount, warnings } = mapPayload(mapping, payload, origin);
  const lines = [
    ...events.map((event) => JSON.stringify(event, undefined, 2)),
    ...warnings.map((warning) => `dirty: ${warning}`),
    ...faults.map(({ entry, position, field, detail }) => `events[${entry}], element ${position}, ${field}: ${detail}`),
    `${events.length} events, ${faultCount} could not be made`,
  ];
  if (events.length + faultCount === 0) lines.push("no condition of the mapping holds: is a --header missing?");
  return { text: lines.join("\n"), hasFaults: faultCount > 0 };
}

function getMapping({ mapping, dataDirectory, now }: TriedMapping): Promise<Mapping> {
  return existsSync(mapping) ? loadMapping(mapping) : new MappingShelf(dataDirectory, now).get(mapping);
}

async function readExample(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new WebhookRefused(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

function parse(text: string): unknown {
  try {
    return readPayload(text);
  } catch (cause) {
    throw cause instanceof HttpRefusal ? new WebhookRefused(cause.message) : cause;
  }
}

function splitHeader(header: string): [string, string] {
  const [, name = "", value = ""] = /^([^:]+):(.*)$/.exec(header) ?? [];
  if (name === "") throw new WebhookRefused(`a header is written as "name: value": "${header.slice(0, 80)}"`);
  return [name.trim().toLowerCase(), value.trim()];
}
