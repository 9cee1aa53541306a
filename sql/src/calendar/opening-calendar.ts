import { DateTime, IANAZone } from "luxon";
import { z } from "zod";

/** Figures of feeds are kept by slices of 5 minutes: a slice is open or closed as a whole. */
const TIME = /^(?:(?:[01]\d|2[0-3]):[0-5][05]|24:00)$/;
const time = z.string().regex(TIME, 'must be a local time such as "08:30", in steps of 5 minutes');

const hours = z
  .strictObject({ from: time, to: time })
  .refine(({ from, to }) => from !== to && from !== "24:00", "must open before it closes; all day is 00:00 to 24:00");

const date = z
  .string()
  .refine(
    (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text).isValid,
    "must be a date such as 2026-12-24",
  );

/** openingCalendarSchema describes when something is open: local hours by weekday from Monday, and dates with other hours or none. */
export const openingCalendarSchema = z.strictObject({
  id: z.string().min(1).max(128),
  title: z.string().min(1),
  timeZone: z.string().refine((zone) => IANAZone.isValidZone(zone), "must be an IANA time zone such as Europe/Berlin"),
  week: z.array(z.array(hours)).length(7),
  exceptions: z.array(z.strictObject({ date, title: z.string().default(""), hours: z.array(hours) })).default([]),
});

/** OpeningCalendar is a calendar that was checked. */
export type OpeningCalendar = z.infer<typeof openingCalendarSchema>;
/** DeclaredCalendar is a calendar as people write it down. */
export type DeclaredCalendar = z.input<typeof openingCalendarSchema>;
/** OpeningHours is one opening of a local day. */
export type OpeningHours = z.infer<typeof hours>;
