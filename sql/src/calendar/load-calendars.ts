import { asc, eq } from "drizzle-orm";
import type { Postgres } from "../postgres/postgres.js";
import { calendar, calendarException } from "../postgres/schema/calendar.js";
import type { OpeningCalendar } from "./opening-calendar.js";

/** loadCalendars returns the calendars of a tenant with their exceptions, sorted by id and date. */
export async function loadCalendars({ db }: Postgres, tenant: string): Promise<OpeningCalendar[]> {
  const [calendars, exceptions] = await Promise.all([
    db.select().from(calendar).where(eq(calendar.tenant, tenant)).orderBy(asc(calendar.id)),
    db
      .select()
      .from(calendarException)
      .where(eq(calendarException.tenant, tenant))
      .orderBy(asc(calendarException.calendar), asc(calendarException.date)),
  ]);
  return calendars.map(({ id, title, timeZone, week }) => ({
    ...{ id, title, timeZone, week },
    exceptions: exceptions
      .filter((exception) => exception.calendar === id)
      .map(({ date, title: name, hours }) => ({ date, title: name, hours })),
  }));
}
