import { PATTERN_FIELDS, type EventPattern } from "@watchfloor/dashboards";
import type { EventDocument } from "../../events/event-document.js";

/** fitsPattern says whether an event is one of those a pattern means; its kind is not looked at, matchers are found by it. */
export function fitsPattern(event: EventDocument, pattern: EventPattern): boolean {
  for (const field of PATTERN_FIELDS) {
    const words = pattern[field];
    if (words !== undefined && !words.includes(event[field] ?? "")) return false;
  }
  for (const [name, value] of Object.entries(pattern.attributes ?? {}))
    if (event.attributes?.[name] !== value) return false;
  return true;
}
