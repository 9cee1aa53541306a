import { buildEventsVerdict } from "../send/build-events-verdict.js";
import { buildImportKey } from "./build-import-key.js";
import type { ImportTarget } from "./open-import-target.js";

/** buildDryTarget takes events as an installation would, and stores nothing. */
export function buildDryTarget(tenant: string, now: () => Date): ImportTarget {
  const decide = buildEventsVerdict({ key: buildImportKey(tenant), now });
  return { title: "nothing", send: (events) => Promise.resolve(decide(events)), close: () => Promise.resolve() };
}
