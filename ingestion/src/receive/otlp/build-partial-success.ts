import type { Rejection } from "../../pipeline/intake.js";
import type { MappedRequest, SignalWords } from "./signal.js";

/** Reasons named in an answer; more of them help nobody. */
const MAX_REASONS = 3;

/**
 * buildPartialSuccess builds the answer to a request that was taken: empty when all of it was; else how many of its items were refused and
 * why, and how many say nothing that is kept, which the protocol calls a warning: none refused, and a message.
 */
export function buildPartialSuccess(
  { itemTitle, rejectedField, ignoredRemedy }: SignalWords,
  mapped: MappedRequest,
  rejections: readonly Rejection[],
): Readonly<Record<string, unknown>> {
  const rejected = new Set(rejections.map(({ index }) => mapped.items[index])).size;
  const sentences: string[] = [];
  if (rejected > 0)
    sentences.push(`${rejected} of ${mapped.itemCount} ${itemTitle} refused. ${renderReasons(rejections)}`);
  if (mapped.ignored > 0)
    sentences.push(`${mapped.ignored} of ${mapped.itemCount} ${itemTitle} not stored: ${ignoredRemedy}`);
  if (sentences.length === 0) return {};
  return { partialSuccess: { [rejectedField]: String(rejected), errorMessage: sentences.join(" ") } };
}

function renderReasons(rejections: readonly Rejection[]): string {
  const byReason = new Map<string, { detail: string; count: number }>();
  for (const { reason, field, detail } of rejections) {
    const name = `${reason} ${field}`.trim();
    const known = byReason.get(name);
    if (known === undefined) byReason.set(name, { detail, count: 1 });
    else known.count += 1;
  }
  const named = [...byReason]
    .slice(0, MAX_REASONS)
    .map(([name, { detail, count }]) => `${name} (${count}): ${detail}.`);
  return [...named, ...(byReason.size > MAX_REASONS ? [`${byReason.size - MAX_REASONS} more reasons.`] : [])].join(" ");
}
