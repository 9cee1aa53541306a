import { schema, type Postgres } from "@watchfloor/sql";
import { and, asc, desc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Disposition } from "./disposition-words.js";

const { alertIntent } = schema;

/** IntentRow is an intent as it is kept. */
export type IntentRow = typeof alertIntent.$inferSelect;

/** NewIntent is what an intent begins as. */
export type NewIntent = typeof alertIntent.$inferInsert;

/** IntentGroup names what waits in a group for some incidents. */
export interface IntentGroup {
  readonly contact: string;
  readonly incidents: readonly string[];
}

/** IntentRepository keeps, for one tenant at a time, who is to be told of which transition and how that ended. What was decided is never decided again. */
export class IntentRepository {
  constructor(private readonly postgres: Postgres) {}

  /** add keeps an intent; false when there is one of its id already, which is then as it was. */
  async add(intent: NewIntent): Promise<boolean> {
    const added = await this.postgres.db
      .insert(alertIntent)
      .values(intent)
      .onConflictDoNothing()
      .returning({ id: alertIntent.id });
    return added.length > 0;
  }

  /** listOfIncident returns all that is kept of an incident, in the order of its making. */
  listOfIncident(tenant: string, incident: string): Promise<IntentRow[]> {
    return this.postgres.db
      .select()
      .from(alertIntent)
      .where(and(eq(alertIntent.tenant, tenant), eq(alertIntent.incident, incident)))
      .orderBy(asc(alertIntent.createdAt), asc(alertIntent.id));
  }

  /** findBeginning returns the intent of the beginning of an incident for a contact. */
  async findBeginning(tenant: string, contact: string, incident: string): Promise<IntentRow | undefined> {
    const isOf = and(eq(alertIntent.contact, contact), eq(alertIntent.incident, incident));
    const [found] = await this.postgres.db
      .select()
      .from(alertIntent)
      .where(and(eq(alertIntent.tenant, tenant), isOf, eq(alertIntent.kind, "fired")))
      .orderBy(desc(alertIntent.createdAt))
      .limit(1);
    return found;
  }

  /** moveTo says that an incident waits in a group, and with which thread it goes on. */
  async moveTo(tenant: string, id: string, place: { group: string; thread: string }): Promise<void> {
    await this.postgres.db.update(alertIntent).set(place).where(isIntent(tenant, id));
  }

  /** link says which delivery tells what waits for these incidents. */
  async link(tenant: string, of: IntentGroup, delivery: string, subscription: string | null): Promise<void> {
    if (of.incidents.length === 0) return;
    const set = { delivery, ...(subscription === null ? {} : { subscription }) };
    await this.postgres.db.update(alertIntent).set(set).where(isWaiting(tenant, of));
  }

  /** linkOne says which delivery tells one intent. */
  async linkOne(tenant: string, id: string, delivery: string): Promise<void> {
    await this.postgres.db.update(alertIntent).set({ delivery }).where(isIntent(tenant, id));
  }

  /** noteMute keeps why an incident was not told at a tick. */
  async noteMute(tenant: string, of: IntentGroup, mute: string): Promise<void> {
    if (of.incidents.length === 0) return;
    await this.postgres.db.update(alertIntent).set({ mute }).where(isWaiting(tenant, of));
  }

  /** decideWaiting ends what waits for these incidents and belongs to no delivery; `byMute` prefers what muted it last. */
  async decideWaiting(
    tenant: string,
    of: IntentGroup,
    { disposition, now, byMute = false, delivery }: WaitingEnd,
  ): Promise<void> {
    if (of.incidents.length === 0) return;
    // An end was muted by whatever muted its beginning.
    const mute = sql`coalesce(${alertIntent.mute}, (SELECT b.mute FROM alert_intent b WHERE b.tenant = ${tenant}
      AND b.contact = ${alertIntent.contact} AND b.incident = ${alertIntent.incident} AND b.kind = 'fired'))`;
    const muted = sql<string>`CASE ${mute} WHEN 'quiet' THEN 'quiet_digest' ELSE coalesce(${mute}, ${disposition}) END`;
    const detail = delivery === undefined ? {} : { detail: { delivery } };
    await this.postgres.db
      .update(alertIntent)
      .set({ disposition: byMute ? muted : disposition, decidedAt: now, ...detail })
      .where(isWaiting(tenant, of));
  }

  /** decideOne ends one intent. */
  async decideOne(tenant: string, id: string, disposition: Disposition, now: Date): Promise<void> {
    await this.postgres.db
      .update(alertIntent)
      .set({ disposition, decidedAt: now })
      .where(and(isIntent(tenant, id), isNull(alertIntent.disposition)));
  }

  /** deleteDecided forgets what was decided before an instant. */
  async deleteDecided(tenant: string, before: Date): Promise<void> {
    await this.postgres.db
      .delete(alertIntent)
      .where(and(eq(alertIntent.tenant, tenant), lt(alertIntent.decidedAt, before)));
  }

  /** decideDelivery ends everything that a delivery was to tell. */
  async decideDelivery(tenant: string, delivery: string, disposition: Disposition, now: Date): Promise<void> {
    const isOf = and(eq(alertIntent.tenant, tenant), eq(alertIntent.delivery, delivery));
    await this.postgres.db
      .update(alertIntent)
      .set({ disposition, decidedAt: now })
      .where(and(isOf, isNull(alertIntent.disposition)));
  }

  /** decideLeftOut ends what a delivery was to tell of some incidents, and told nothing of. */
  async decideLeftOut(
    tenant: string,
    { delivery, incidents }: { readonly delivery: string; readonly incidents: readonly string[] },
    { disposition, now }: { readonly disposition: Disposition; readonly now: Date },
  ): Promise<void> {
    if (incidents.length === 0) return;
    const isOf = and(eq(alertIntent.tenant, tenant), eq(alertIntent.delivery, delivery));
    await this.postgres.db
      .update(alertIntent)
      .set({ disposition, decidedAt: now })
      .where(and(isOf, inArray(alertIntent.incident, [...incidents]), isNull(alertIntent.disposition)));
  }

  /** reopenDelivery takes the end of a dead delivery back, because it is sent again. */
  async reopenDelivery(tenant: string, delivery: string): Promise<void> {
    const isOf = and(eq(alertIntent.tenant, tenant), eq(alertIntent.delivery, delivery));
    await this.postgres.db
      .update(alertIntent)
      .set({ disposition: null, decidedAt: null })
      .where(and(isOf, eq(alertIntent.disposition, "dead_lettered")));
  }

  /** passOn gives what one delivery was to tell to another that tells it as well. */
  async passOn(tenant: string, from: string, to: string): Promise<void> {
    const isOf = and(eq(alertIntent.tenant, tenant), eq(alertIntent.delivery, from));
    await this.postgres.db
      .update(alertIntent)
      .set({ delivery: to })
      .where(and(isOf, isNull(alertIntent.disposition)));
  }
}

/** WaitingEnd is how what waits ends. */
export interface WaitingEnd {
  readonly disposition: Disposition;
  readonly now: Date;
  readonly byMute?: boolean;
  /** Which delivery told it, where that is no end of its own. */
  readonly delivery?: string;
}

function isIntent(tenant: string, id: string) {
  return and(eq(alertIntent.tenant, tenant), eq(alertIntent.id, id));
}

function isWaiting(tenant: string, { contact, incidents }: IntentGroup) {
  return and(
    eq(alertIntent.tenant, tenant),
    eq(alertIntent.contact, contact),
    inArray(alertIntent.incident, [...incidents]),
    isNull(alertIntent.disposition),
    isNull(alertIntent.delivery),
  );
}
