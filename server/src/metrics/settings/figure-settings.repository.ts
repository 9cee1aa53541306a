import { schema, type Postgres } from "@watchfloor/sql";
import { and, asc, desc, eq } from "drizzle-orm";
import type { RetailCalendar } from "../periods/retail-calendar.js";
import type { Assumption } from "./metric-assumptions.js";

const { metricAssumption, retailCalendar } = schema;

/** StatedAssumption is an assumption with who stated it. */
export interface StatedAssumption extends Assumption {
  readonly author: string;
  readonly statedAt: Date;
}

/** ClientCalendar is the retail calendar of a client, or of the tenant (''). */
export interface ClientCalendar extends RetailCalendar {
  readonly client: string;
}

/** FigureSettingsRepository keeps what figures are computed with, of one tenant at a time. */
export class FigureSettingsRepository {
  constructor(private readonly postgres: Postgres) {}

  /** listAssumptions returns everything that was stated, the newest of each name first. */
  listAssumptions(tenant: string): Promise<StatedAssumption[]> {
    const { client, name, low, high, currency, effectiveAt, note, author, statedAt } = metricAssumption;
    return this.postgres.db
      .select({ client, name, low, high, currency, effectiveAt, note, author, statedAt })
      .from(metricAssumption)
      .where(eq(metricAssumption.tenant, tenant))
      .orderBy(asc(name), asc(client), desc(effectiveAt));
  }

  /** listCalendars returns the retail calendars, that of the tenant first. */
  listCalendars(tenant: string): Promise<ClientCalendar[]> {
    const { client, firstMonth, firstWeekday, pattern, yearStart } = retailCalendar;
    return this.postgres.db
      .select({ client, firstMonth, firstWeekday, pattern, yearStart })
      .from(retailCalendar)
      .where(eq(retailCalendar.tenant, tenant))
      .orderBy(asc(client));
  }

  /** saveAssumption adds an assumption, or corrects the one of the same name, client and instant. */
  async saveAssumption(tenant: string, stated: StatedAssumption): Promise<void> {
    const { low, high, currency, note, author, statedAt } = stated;
    const row = { ...stated, tenant };
    const target = [
      ...[metricAssumption.tenant, metricAssumption.client, metricAssumption.name, metricAssumption.effectiveAt],
    ];
    await this.postgres.db
      .insert(metricAssumption)
      .values(row)
      .onConflictDoUpdate({ target, set: { low, high, currency, note, author, statedAt } });
  }

  /** deleteAssumption takes an assumption back; whether there was one. */
  async deleteAssumption(tenant: string, of: Pick<Assumption, "name" | "client" | "effectiveAt">): Promise<boolean> {
    const deleted = await this.postgres.db
      .delete(metricAssumption)
      .where(
        and(
          eq(metricAssumption.tenant, tenant),
          eq(metricAssumption.client, of.client),
          eq(metricAssumption.name, of.name),
          eq(metricAssumption.effectiveAt, of.effectiveAt),
        ),
      )
      .returning({ name: metricAssumption.name });
    return deleted.length > 0;
  }

  /** saveCalendar sets the retail calendar of a client, or of the tenant. */
  async saveCalendar(tenant: string, calendar: ClientCalendar, by: { author: string; changedAt: Date }): Promise<void> {
    await this.postgres.db
      .insert(retailCalendar)
      .values({ ...calendar, ...by, tenant })
      .onConflictDoUpdate({ target: [retailCalendar.tenant, retailCalendar.client], set: { ...calendar, ...by } });
  }

  /** deleteCalendar takes a retail calendar away; whether there was one. */
  async deleteCalendar(tenant: string, client: string): Promise<boolean> {
    const deleted = await this.postgres.db
      .delete(retailCalendar)
      .where(and(eq(retailCalendar.tenant, tenant), eq(retailCalendar.client, client)))
      .returning({ client: retailCalendar.client });
    return deleted.length > 0;
  }
}
