import { EVENT_FIELDS } from "./event-fields.js";

/** dropNulls makes known fields that were sent as null absent, in place: null says nothing, and the types know only absent. */
export function dropNulls(event: object): void {
  const fields = event as Record<string, unknown>;
  for (const name in fields) if (fields[name] === null && name in EVENT_FIELDS) fields[name] = undefined;
}
