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
  const entries = [...listPolicies(book), ...listCorrections(book), ...listHours(book)].map(
    ({ key, fromMs, content }) => [JSON.stringify(key), { hash: hash(content), fromMs }] as const,
  );
  return {
    text: hash(entries.sort(([left], [right]) => (left < right ? -1 : 1))),
    parts: Object.fromEntries(entries),
  };
}

interface Part {
  readonly key: readonly string[];
  readonly fromMs: number;
  readonly content: unknown;
}

/** Titles and tiers are for people and decide nothing. */
function listPolicies({ policies }: SlaBook): Part[] {
  return policies.map(({ createdAt: _, createdBy: __, title: ___, tier: ____, ...policy }) => ({
    key: ["policy", policy.id, String(policy.version)],
    fromMs: policy.effectiveFrom.getTime(),
    content: policy,
  }));
}

function listCorrections({ corrections }: SlaBook): Part[] {
  return corrections.map(({ id, from, to, recurrence, timeZone, ...rest }) => {
    const { calendar, client, workflow, channel, store, partner } = rest;
    const place = [calendar, client, workflow, channel, store, partner];
    return { key: ["correction", id], fromMs: from.getTime(), content: [place, from, to, recurrence, timeZone] };
  });
}

function listHours({ calendars, stores }: SlaBook): Part[] {
  const weeks = calendars.flatMap(({ id, timeZone, week, exceptions }) => [
    { key: ["calendar", id], fromMs: 0, content: [timeZone, week] },
    ...exceptions.map(({ date, hours }) => ({
      key: ["date", id, date],
      fromMs: DateTime.fromISO(date, { zone: timeZone }).toMillis(),
      content: hours,
    })),
  ]);
  return [
    ...weeks,
    ...stores.map(({ client, id, calendar }) => ({ key: ["store", client, id], fromMs: 0, content: calendar })),
  ];
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
