import { schema, type Postgres } from "@watchfloor/sql";
import { and, asc, count, eq, isNull, lt, ne, or } from "drizzle-orm";
import type { TemplateMedium } from "./template-medium.js";

const { messageTemplate } = schema;

/** MessageTemplateRow is a template as it is kept. */
export type MessageTemplateRow = typeof messageTemplate.$inferSelect;

/** How it went is written at most once a minute, not with every message. */
const NOTED_MS = 60_000;

/** MessageTemplateRepository keeps how a tenant words its messages, of one tenant at a time. */
export class MessageTemplateRepository {
  constructor(private readonly postgres: Postgres) {}

  /** list returns all of them by name. */
  list(tenant: string): Promise<MessageTemplateRow[]> {
    const { name, id } = messageTemplate;
    return this.postgres.db.select().from(messageTemplate).where(isOf(tenant)).orderBy(asc(name), asc(id));
  }

  /** find returns one of them. */
  async find(tenant: string, id: string): Promise<MessageTemplateRow | undefined> {
    const [row] = await this.postgres.db.select().from(messageTemplate).where(isTemplate({ tenant, id }));
    return row;
  }

  /** findInUse returns the one that words what a medium tells; undefined = the built-in text does. */
  async findInUse(tenant: string, medium: TemplateMedium): Promise<MessageTemplateRow | undefined> {
    const isInUse = and(isOf(tenant), eq(messageTemplate.medium, medium), eq(messageTemplate.isInUse, true));
    const [row] = await this.postgres.db.select().from(messageTemplate).where(isInUse);
    return row;
  }

  /** count counts them. */
  async count(tenant: string): Promise<number> {
    const [row] = await this.postgres.db.select({ all: count() }).from(messageTemplate).where(isOf(tenant));
    return row?.all ?? 0;
  }

  /** add keeps a new one. */
  async add(row: typeof messageTemplate.$inferInsert): Promise<void> {
    await this.postgres.db.insert(messageTemplate).values(row);
  }

  /** change makes the next version of one, with its health forgotten; false = it is not that version any more. */
  async change(
    { tenant, id, version }: Pick<MessageTemplateRow, "tenant" | "id" | "version">,
    words: Pick<MessageTemplateRow, "name" | "title" | "text" | "savedBy" | "savedAt">,
  ): Promise<boolean> {
    const health = { lastUsedAt: null, lastFault: "", lastFaultAt: null };
    const changed = await this.postgres.db
      .update(messageTemplate)
      .set({ ...words, ...health, version: version + 1 })
      .where(and(isTemplate({ tenant, id }), eq(messageTemplate.version, version)))
      .returning({ id: messageTemplate.id });
    return changed.length > 0;
  }

  /** use takes one into use for its medium, and the one before out of it; null = the built-in text. Both at once only within a transaction. */
  async use(tenant: string, medium: TemplateMedium, id: string | null): Promise<void> {
    const { db } = this.postgres;
    const isOfMedium = and(isOf(tenant), eq(messageTemplate.medium, medium));
    await db.update(messageTemplate).set({ isInUse: false }).where(isOfMedium);
    if (id === null) return;
    await db
      .update(messageTemplate)
      .set({ isInUse: true })
      .where(and(isOfMedium, eq(messageTemplate.id, id)));
  }

  /** delete takes one away; false = it is not that version any more. */
  async delete({ tenant, id, version }: Pick<MessageTemplateRow, "tenant" | "id" | "version">): Promise<boolean> {
    const gone = await this.postgres.db
      .delete(messageTemplate)
      .where(and(isTemplate({ tenant, id }), eq(messageTemplate.version, version)))
      .returning({ id: messageTemplate.id });
    return gone.length > 0;
  }

  /** noteUse keeps when a version worded a message last, and when and why it could not; '' = it could. */
  async noteUse(
    { tenant, id, version }: Pick<MessageTemplateRow, "tenant" | "id" | "version">,
    { now, fault }: { readonly now: Date; readonly fault: string },
  ): Promise<void> {
    const { lastUsedAt, lastFault, lastFaultAt } = messageTemplate;
    const before = new Date(now.getTime() - NOTED_MS);
    const isVersion = and(isTemplate({ tenant, id }), eq(messageTemplate.version, version));
    const isDue =
      fault === ""
        ? or(isNull(lastUsedAt), lt(lastUsedAt, before))
        : or(isNull(lastFaultAt), lt(lastFaultAt, before), ne(lastFault, fault));
    const noted = fault === "" ? { lastUsedAt: now } : { lastFault: fault, lastFaultAt: now };
    await this.postgres.db.update(messageTemplate).set(noted).where(and(isVersion, isDue));
  }
}

function isOf(tenant: string) {
  return eq(messageTemplate.tenant, tenant);
}

function isTemplate({ tenant, id }: Pick<MessageTemplateRow, "tenant" | "id">) {
  return and(isOf(tenant), eq(messageTemplate.id, id));
}
