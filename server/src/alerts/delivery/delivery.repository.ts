import { schema, type Postgres } from "@watchfloor/sql";
import { and, asc, count, desc, eq, gt, inArray, lt, notInArray, sql, type SQL } from "drizzle-orm";

const { delivery } = schema;

/** DeliveryRow is a delivery as it is kept. */
export type DeliveryRow = typeof delivery.$inferSelect;

/** NewDelivery is what a delivery begins as. */
export type NewDelivery = typeof delivery.$inferInsert;

/** DeliveryChange is what is written of a delivery. */
export type DeliveryChange = Partial<Omit<DeliveryRow, "tenant" | "id" | "version" | "seq">>;

/** DeliveryFilter chooses from the delivery log. */
export interface DeliveryFilter {
  readonly contact?: string | null;
  readonly state?: DeliveryRow["state"] | null;
  readonly incident?: string | null;
  readonly before?: Date | null;
  /** Messages that were queued before this one. */
  readonly beforeSeq?: number | null;
  readonly first: number;
}

/** DeliveryRepository keeps the messages of one tenant at a time. Each is changed by compare-and-set of its version alone. */
export class DeliveryRepository {
  constructor(private readonly postgres: Postgres) {}

  /** add puts a message into its stream; one of the same id stays as it is. */
  async add(row: NewDelivery): Promise<void> {
    await this.postgres.db.insert(delivery).values(row).onConflictDoNothing();
  }

  /** cas changes a message that is still at `version`; false = somebody else has it. */
  async cas(
    { tenant, id, version }: Pick<DeliveryRow, "tenant" | "id" | "version">,
    change: DeliveryChange,
  ): Promise<boolean> {
    const changed = await this.postgres.db
      .update(delivery)
      .set({ ...change, version: version + 1 })
      .where(and(eq(delivery.tenant, tenant), eq(delivery.id, id), eq(delivery.version, version)))
      .returning({ id: delivery.id });
    return changed.length > 0;
  }

  /** find returns one message. */
  async find(tenant: string, id: string): Promise<DeliveryRow | undefined> {
    const [row] = await this.list(tenant, eq(delivery.id, id), 1);
    return row;
  }

  /** findMany returns messages by their ids. */
  findMany(tenant: string, ids: readonly string[]): Promise<DeliveryRow[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.list(tenant, inArray(delivery.id, [...ids]), ids.length);
  }

  /** listLog returns the newest messages that a filter chooses. */
  listLog(tenant: string, filter: DeliveryFilter): Promise<DeliveryRow[]> {
    const { contact, state, incident, before, beforeSeq, first } = filter;
    const tells = JSON.stringify({ incidents: [{ incident }] });
    const chosen = and(
      contact == null ? undefined : eq(delivery.contact, contact),
      state == null ? undefined : eq(delivery.state, state),
      incident == null ? undefined : sql`${delivery.payload} @> ${tells}::jsonb`,
      before == null ? undefined : lt(delivery.createdAt, before),
      beforeSeq == null ? undefined : lt(delivery.seq, beforeSeq),
    );
    return this.list(tenant, chosen, first);
  }

  /** findWaiting returns the last message of a stream that nobody has begun to send again. */
  async findWaiting(tenant: string, contact: string, stream: string): Promise<DeliveryRow | undefined> {
    const isOf = and(eq(delivery.contact, contact), eq(delivery.stream, stream));
    const [row] = await this.list(tenant, and(isOf, eq(delivery.state, "pending")), 1);
    return row;
  }

  /** findFirstTarget returns the sealed target that the first delivered message of a stream went to. */
  async findFirstTarget(tenant: string, contact: string, stream: string): Promise<string | null> {
    const [row] = await this.postgres.db
      .select({ target: delivery.target })
      .from(delivery)
      .where(
        and(
          ...[eq(delivery.tenant, tenant), eq(delivery.contact, contact), eq(delivery.stream, stream)],
          ...[inArray(delivery.purpose, ["fired", "escalated"]), eq(delivery.state, "delivered")],
        ),
      )
      .orderBy(asc(delivery.seq))
      .limit(1);
    return row?.target ?? null;
  }

  /** findBefore returns the message of a stream that a later one follows; that somebody took something on, or gave it back, is none. */
  async findBefore({ tenant, contact, stream, seq }: DeliveryRow): Promise<DeliveryRow | undefined> {
    const isOf = and(
      ...[eq(delivery.contact, contact), eq(delivery.stream, stream)],
      notInArray(delivery.purpose, ["acknowledged", "unacknowledged"]),
    );
    const [row] = await this.list(tenant, and(isOf, lt(delivery.seq, seq)), 1);
    return row;
  }

  /** countMails counts the mails that went out since an instant. */
  async countMails(tenant: string, since: Date): Promise<number> {
    const [row] = await this.postgres.db
      .select({ mails: count() })
      .from(delivery)
      .where(
        and(
          ...[eq(delivery.tenant, tenant), eq(delivery.channel, "email"), eq(delivery.state, "delivered")],
          gt(delivery.endedAt, since),
        ),
      );
    return row?.mails ?? 0;
  }

  /** listSurplus returns what a contact has waiting beyond `limit`, the oldest first. */
  async listSurplus(tenant: string, contact: string, limit: number): Promise<DeliveryRow[]> {
    const newestFirst = await this.postgres.db
      .select()
      .from(delivery)
      .where(and(eq(delivery.tenant, tenant), eq(delivery.contact, contact), eq(delivery.state, "pending")))
      .orderBy(desc(delivery.seq))
      .offset(limit);
    return newestFirst.reverse();
  }

  /** keepUntil deletes what ended before `endedBefore` and empties what died before `deadBefore`. */
  async keepUntil(tenant: string, { endedBefore, deadBefore }: { endedBefore: Date; deadBefore: Date }): Promise<void> {
    const isOf = eq(delivery.tenant, tenant);
    await this.postgres.db.delete(delivery).where(and(isOf, lt(delivery.endedAt, endedBefore)));
    await this.postgres.db
      .update(delivery)
      .set({ exchange: null })
      .where(and(isOf, lt(delivery.endedAt, deadBefore), sql`${delivery.exchange} IS NOT NULL`));
  }

  private list(tenant: string, chosen: SQL | undefined, first: number): Promise<DeliveryRow[]> {
    return this.postgres.db
      .select()
      .from(delivery)
      .where(and(eq(delivery.tenant, tenant), chosen))
      .orderBy(desc(delivery.seq))
      .limit(first);
  }
}
