import type { OpeningCalendar } from "@watchfloor/sql";
import type { SlaProblem } from "../sla-problem.js";
import type { Place } from "./place.js";
import { STORE_CALENDAR } from "./build-policy-phases.js";

/** PolicyDraft is a version of a policy as somebody asks for it. */
export interface PolicyDraft extends Place {
  readonly id: string;
  readonly title: string;
  readonly limitSeconds: number;
  readonly target: number;
  readonly windowDays: number;
  readonly calendar: string;
  readonly pauseReasons: readonly string[] | null;
  readonly tier: string;
  readonly effectiveFrom: Date;
  readonly effectiveUntil: Date | null;
}

const MAX_LIMIT_SECONDS = 366 * 86_400;
const MAX_ID = 256;
/** Policies begin and end within this: what lies before has no runs, what lies after no clock. */
const [FIRST_MS, LAST_MS] = [0, Date.parse("2199-01-01T00:00:00Z")];

/** checkPolicy says what is wrong with a draft, or undefined. */
export function checkPolicy(draft: PolicyDraft, calendars: readonly OpeningCalendar[]): SlaProblem | undefined {
  return checkWords(draft) ?? checkFigures(draft) ?? checkDates(draft) ?? checkCalendar(draft, calendars);
}

/** checkPlace says what is wrong with a place, or undefined. */
export function checkPlace(place: Place): SlaProblem | undefined {
  if (place.store !== "" && place.client === "")
    return { code: "invalid_place", message: "A store is unique only within a client: name the client too." };
  const ids = [place.client, place.workflow, place.channel, place.store, place.partner];
  if (ids.every((id) => id.length <= MAX_ID && !id.includes("\0"))) return undefined;
  return { code: "invalid_place", message: `Ids have at most ${MAX_ID} characters.` };
}

function checkWords(draft: PolicyDraft): SlaProblem | undefined {
  if (!/^[a-z0-9][a-z0-9-]{0,126}$/.test(draft.id))
    return { code: "invalid_id", message: "An id is lower-case letters, digits and hyphens, at most 127." };
  if (draft.title.trim() === "" || draft.title.length > 200 || draft.tier.length > 64)
    return { code: "invalid_title", message: "Give a title of 1 to 200 characters, and a tier of at most 64." };
  const reasons = draft.pauseReasons ?? [];
  if (
    reasons.length > 100 ||
    reasons.some((reason) => reason === "" || reason.length > MAX_ID || reason.includes("\0"))
  )
    return { code: "invalid_title", message: "Give at most 100 reasons of pauses, none of them empty." };
  return checkPlace(draft);
}

function checkFigures({ limitSeconds, target, windowDays }: PolicyDraft): SlaProblem | undefined {
  if (!Number.isInteger(limitSeconds) || limitSeconds < 1 || limitSeconds > MAX_LIMIT_SECONDS)
    return { code: "invalid_limit", message: `The limit is whole seconds from 1 to ${MAX_LIMIT_SECONDS}.` };
  if (!(target > 0 && target <= 1))
    return { code: "invalid_target", message: "The target is a share above 0 and at most 1, such as 0.99." };
  if (!Number.isInteger(windowDays) || windowDays < 1 || windowDays > 366)
    return { code: "invalid_window", message: "The window is 1 to 366 days." };
  return undefined;
}

function checkDates({ effectiveFrom, effectiveUntil }: PolicyDraft): SlaProblem | undefined {
  const isIn = (at: Date) => at.getTime() >= FIRST_MS && at.getTime() <= LAST_MS;
  if (!isIn(effectiveFrom) || (effectiveUntil !== null && !isIn(effectiveUntil)))
    return { code: "invalid_dates", message: "Dates lie between 1970 and 2198." };
  if (effectiveUntil === null || effectiveUntil > effectiveFrom) return undefined;
  return { code: "invalid_dates", message: "A policy ends after it begins; retire it to end it now." };
}

function checkCalendar({ calendar }: PolicyDraft, calendars: readonly OpeningCalendar[]): SlaProblem | undefined {
  if (calendar === "" || calendar === STORE_CALENDAR || calendars.some(({ id }) => id === calendar)) return undefined;
  return {
    code: "unknown_calendar",
    message: `There is no calendar "${calendar.slice(0, 80)}"; leave it out for the wall clock, or give ${STORE_CALENDAR}.`,
  };
}
