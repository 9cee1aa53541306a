import type { EventBatch } from "./event-batch.js";
import { UnmappedEvent } from "./unmapped-event.js";

const TOO_DEEP = { reason: "malformed", field: "", detail: "the event is nested too deeply" } as const;

/** buildEventBatch makes a batch of values that were not sent as JSON events, such as mapped rows of a file. */
export function buildEventBatch(given: readonly unknown[]): EventBatch {
  const values: unknown[] = [];
  const texts: Buffer[] = [];
  const ranges: number[] = [];
  let end = 0;
  for (const value of given) {
    const text = writeText(value);
    values.push(text === undefined ? new UnmappedEvent(TOO_DEEP, null) : value);
    const bytes = Buffer.from(text ?? "null");
    texts.push(bytes);
    ranges.push(end, (end += bytes.length));
  }
  return { values, bytes: Buffer.concat(texts), ranges };
}

/** writeText returns undefined for a value that is nested deeper than the stack. */
function writeText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    return undefined;
  }
}
