import type { OpeningCalendar } from "@watchfloor/sql";
import { IANAZone } from "luxon";
import rrule from "rrule";
import { checkPlace } from "../policies/check-policy.js";
import type { Place } from "../policies/place.js";
import type { SlaProblem } from "../sla-problem.js";

/** CorrectionDraft is a correction as somebody asks for it; `recurrence` '' = once. */
export interface CorrectionDraft extends Place {
  readonly calendar: string;
  readonly from: Date;
  readonly to: Date;
  readonly recurrence: string;
  readonly timeZone: string;
  readonly reason: string;
}

const MAX_DAYS = 366;
const DAY_MS = 86_400_000;
const PARTS = /^(FREQ|INTERVAL|COUNT|UNTIL|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|BYWEEKNO|BYYEARDAY|WKST)=[A-Z0-9,+-]+$/;

/** checkCorrection says what is wrong with a draft, or undefined. */
export function checkCorrection(draft: CorrectionDraft, calendars: readonly OpeningCalendar[]): SlaProblem | undefined {
  if (draft.reason.trim() === "" || draft.reason.length > 500)
    return {
      code: "reason_missing",
      message: "Say why, in 1 to 500 characters: a correction changes figures of the past.",
    };
  if (draft.calendar !== "" && !calendars.some(({ id }) => id === draft.calendar))
    return { code: "unknown_calendar", message: `There is no calendar "${draft.calendar.slice(0, 80)}".` };
  if (!IANAZone.isValidZone(draft.timeZone))
    return { code: "unknown_time_zone", message: "Use an IANA time zone such as Europe/Berlin." };
  return checkPlace(draft) ?? checkTimes(draft) ?? checkRecurrence(draft.recurrence);
}

/** Clocks count seconds. */
function checkTimes({ from, to }: CorrectionDraft): SlaProblem | undefined {
  const lengthMs = to.getTime() - from.getTime();
  const isWhole = from.getTime() % 1000 === 0 && lengthMs % 1000 === 0;
  if (lengthMs > 0 && lengthMs <= MAX_DAYS * DAY_MS && isWhole && from.getTime() >= 0) return undefined;
  return {
    code: "invalid_dates",
    message: `A correction lasts more than nothing and at most ${MAX_DAYS} days, in whole seconds.`,
  };
}

function checkRecurrence(recurrence: string): SlaProblem | undefined {
  if (recurrence === "") return undefined;
  const problem = (detail: string): SlaProblem => ({ code: "invalid_recurrence", message: detail });
  if (recurrence.length > 500 || !recurrence.split(";").every((part) => PARTS.test(part)))
    return problem("Give the parts of an RFC 5545 rule such as FREQ=WEEKLY;BYDAY=SU, without DTSTART and hours.");
  if (!/(^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;|$)/.test(recurrence))
    return problem("FREQ is DAILY, WEEKLY, MONTHLY or YEARLY.");
  if (/INTERVAL=0*(;|$)/.test(recurrence)) return problem("INTERVAL is at least 1.");
  try {
    const rule = new rrule.RRule({ ...rrule.RRule.parseString(recurrence), dtstart: new Date(0) });
    return rule.after(new Date(-1), true) === null ? problem("This rule never happens.") : undefined;
  } catch {
    return problem("This is no rule of RFC 5545.");
  }
}
