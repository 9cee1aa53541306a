import type { EventDocument } from "../events/event-document.js";

/** buildAttributes turns event attributes into texts; empty ones say nothing. */
export function buildAttributes(event: EventDocument): Record<string, string> | undefined {
  if (event.attributes === undefined || event.attributes === null) return undefined;
  const attributes: Record<string, string> = {};
  for (const name in event.attributes) {
    const value = event.attributes[name];
    if (value !== undefined && value !== null && value !== "") attributes[name] = String(value);
  }
  return attributes;
}
