import { createHash } from "node:crypto";
import { DateTime } from "luxon";
import type { SlaBook } from "./sla-book.js";

/** PolicyFingerprint is a book as one text, and its parts: what each says, and the first instant whose figures it can change. */
export interface PolicyFingerprint {
  readonly text: string;
  readonly parts: Readonly<Record<string, { readonly hash: string; readonly fromMs: number }>>;
}

/**
 * policyFingerprint sums up everything that decides about promises, so that whoever stores decided promises knows when they are out of date:
 * it changes when a policy, a correction that counts, a calendar or the calendar of a store does. Keep it with what was stored, and ask
 * `findRestatedFrom` with the next one.
 */
export function policyFingerprint(book: SlaBook): PolicyFingerprint {
  const parts: Record<string, { hash: string; fromMs: number }> = {};
  const add = (key: readonly string[], fromMs: number, content: unknown) => {
    parts[JSON.stringify(key)] = { hash: hash(content), fromMs };
  };
  for (const { createdAt: _, createdBy: __, ...policy } of book.policies)
    add(["policy", policy.id, String(policy.version)], policy.effectiveFrom.getTime(), {
      ...policy,
      title: "",
      tier: "",
    });
  for (const {
    id,
    calendar,
    client,
    workflow,
    channel,
    store,
    partner,
    from,
    to,
    recurrence,
    timeZone,
  } of book.corrections)
    add(["correction", id], from.getTime(), [
      calendar,
      client,
      workflow,
      channel,
      store,
      partner,
      from,
      to,
      recurrence,
      timeZone,
    ]);
  for (const { id, timeZone, week, exceptions } of book.calendars) {
    add(["calendar", id], 0, [timeZone, week]);
    for (const { date, hours } of exceptions)
      // Hours over midnight of the day before end in it.
      add(["date", id, date], DateTime.fromISO(date, { zone: timeZone }).toMillis(), hours);
  }
  for (const { client, id, calendar } of book.stores) add(["store", client, id], 0, calendar);
  return { text: hash(Object.entries(parts).sort(([left], [right]) => (left < right ? -1 : 1))), parts };
}

/** findRestatedFrom returns the first instant whose figures may differ between two fingerprints, in milliseconds; undefined = none. */
export function findRestatedFrom(before: PolicyFingerprint, after: PolicyFingerprint): number | undefined {
  const instants = [...new Set([...Object.keys(before.parts), ...Object.keys(after.parts)])].flatMap((key) => {
    const [old, next] = [before.parts[key], after.parts[key]];
    return old?.hash === next?.hash && old?.fromMs === next?.fromMs
      ? []
      : [old?.fromMs ?? Infinity, next?.fromMs ?? Infinity];
  });
  return instants.length === 0 ? undefined : Math.min(...instants);
}

function hash(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url");
}
