import { and, eq, inArray } from "drizzle-orm";
import { openingCalendarSchema, type DeclaredCalendar } from "../calendar/opening-calendar.js";
import type { Postgres, PostgresDatabase } from "../postgres/postgres.js";
import { calendar, calendarException } from "../postgres/schema/calendar.js";
import { declaredValue } from "./declared-value.js";
import { writeRows } from "./write-rows.js";

/** seedCalendars writes declared calendars; the dates of a calendar are those of its declaration and no others. Throws when one is wrong. */
export async function seedCalendars(
  { db }: Postgres,
  tenant: string,
  calendars: readonly DeclaredCalendar[],
): Promise<void> {
  if (calendars.length === 0) return;
  const checked = calendars.map((each) => openingCalendarSchema.parse(each));
  const rows = checked.map(({ id, title, timeZone, week }) => ({ tenant, id, title, timeZone, week }));
  const exceptions = checked.flatMap(({ id, exceptions: dates }) =>
    dates.map((each) => ({ tenant, calendar: id, ...each })),
  );
  const set = {
    title: declaredValue(calendar.title),
    timeZone: declaredValue(calendar.timeZone),
    week: declaredValue(calendar.week),
  };
  await writeRows(
    rows,
    (row) => row.id,
    (batch) =>
      db
        .insert(calendar)
        .values(batch)
        .onConflictDoUpdate({ target: [calendar.tenant, calendar.id], set })
        .returning({ id: calendar.id }),
  );
  await replaceExceptions(db, { tenant, calendars: rows.map((row) => row.id) }, exceptions);
}

async function replaceExceptions(
  db: PostgresDatabase,
  of: { tenant: string; calendars: readonly string[] },
  exceptions: readonly (typeof calendarException.$inferInsert)[],
): Promise<void> {
  const { tenant, calendar: id, date, title, hours } = calendarException;
  const set = { title: declaredValue(title), hours: declaredValue(hours) };
  await db.transaction(async (transaction) => {
    await transaction.delete(calendarException).where(and(eq(tenant, of.tenant), inArray(id, [...of.calendars])));
    await writeRows(
      exceptions,
      (row) => `${row.calendar}\u0000${row.date}`,
      (batch) =>
        transaction
          .insert(calendarException)
          .values(batch)
          .onConflictDoUpdate({ target: [tenant, id, date], set })
          .returning({ date }),
    );
  });
}
