import { UnmappedEvent } from "../events/unmapped-event.js";

/** Longest text a dimension of an accepted event may have. */
const MAX_LENGTH = 128;

/** readSentText reads a text out of something that nothing has checked, cut at 128 characters; '' when there is none. */
export function readSentText(given: unknown, ...path: readonly string[]): string {
  let value = given instanceof UnmappedEvent ? given.toJSON() : given;
  for (const name of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return "";
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return typeof value === "string" ? value.slice(0, MAX_LENGTH) : "";
}
