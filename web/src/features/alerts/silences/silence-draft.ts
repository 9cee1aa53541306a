import { DateTime } from "luxon";
import type { AlertSilenceInput } from "../../../graphql/operations.js";
import { writeMatcher, type Matcher } from "../matchers/matcher.js";

const MAX_DAYS = 30;
const LOCAL = "yyyy-MM-dd'T'HH:mm";

/** SilenceDraft is a silence as somebody writes it; instants are those of the wall clock of a zone, "" = now. */
export interface SilenceDraft {
  readonly matchers: readonly Matcher[];
  readonly start: string;
  readonly end: string;
  readonly comment: string;
}

/** QuickEnd is an end one often wants. */
export interface QuickEnd {
  readonly words: string;
  readonly end: string;
}

/** writeLocal writes an instant as the wall clock of a zone shows it, to the minute, as fields of a form take it. */
export function writeLocal(at: Date, timeZone: string): string {
  return DateTime.fromJSDate(at, { zone: timeZone }).toFormat(LOCAL);
}

/** readLocal gives the instant back; undefined = it is none. */
export function readLocal(text: string, timeZone: string): Date | undefined {
  const read = DateTime.fromFormat(text, LOCAL, { zone: timeZone });
  return read.isValid ? read.toJSDate() : undefined;
}

/** listQuickEnds lists ends counted from the start of a draft, by the wall clock of a zone. */
export function listQuickEnds(draft: Pick<SilenceDraft, "start">, now: Date, timeZone: string): readonly QuickEnd[] {
  const start = DateTime.fromJSDate(readLocal(draft.start, timeZone) ?? now, { zone: timeZone });
  const morning = start.plus({ days: 1 }).startOf("day").set({ hour: 9 });
  const ends: readonly [string, DateTime][] = [
    ["1 h", start.plus({ hours: 1 })],
    ["4 h", start.plus({ hours: 4 })],
    ["Until 09:00 the day after", morning],
    ["7 d", start.plus({ days: 7 })],
    ["30 d", start.plus({ milliseconds: MAX_DAYS * 86_400_000 })],
  ];
  return ends.map(([words, end]) => ({ words, end: end.toFormat(LOCAL) }));
}

/** checkSilenceDraft says what a draft lacks still; undefined = nothing. */
export function checkSilenceDraft(draft: SilenceDraft, now: Date, timeZone: string): string | undefined {
  const { matchers, start, end, comment } = draft;
  if (matchers.length === 0) return "Add a condition: it says which alerts are muted.";
  if (matchers.every(({ value }) => value === "")) return "Give a condition a value.";
  const endsAt = readLocal(end, timeZone);
  const startsAt = start === "" ? now : readLocal(start, timeZone);
  if (endsAt === undefined || startsAt === undefined) return "Say when it ends.";
  if (endsAt <= now || endsAt <= startsAt) return "It must end after it starts, and not in the past.";
  const from = Math.max(startsAt.getTime(), now.getTime());
  // To the minute: the fields of the form know nothing shorter.
  if (endsAt.getTime() - from > MAX_DAYS * 86_400_000 + 60_000) return `It may last ${MAX_DAYS} days at most.`;
  return comment.trim() === "" ? "Say why, for whoever wonders later." : undefined;
}

/** buildSilenceInput is what is asked of the server; `replaces` is the silence that ends when this one is kept. */
export function buildSilenceInput(
  draft: SilenceDraft,
  { timeZone, replaces }: { readonly timeZone: string; readonly replaces: string | null },
): AlertSilenceInput {
  const start = readLocal(draft.start, timeZone);
  return {
    matchers: draft.matchers.map(writeMatcher),
    startsAt: start === undefined ? null : start.toISOString(),
    endsAt: (readLocal(draft.end, timeZone) ?? new Date(Number.NaN)).toISOString(),
    comment: draft.comment.trim(),
    replaces,
  };
}
