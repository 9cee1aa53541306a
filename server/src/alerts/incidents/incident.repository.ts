import { schema, type Postgres } from "@watchfloor/sql";
import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, ne, or, sql, type SQL } from "drizzle-orm";
import { buildIncidentSort, NEWEST_FIRST, type IncidentKeyPart, type IncidentOrder } from "./incident-order.js";
import type { IncidentNote, IncidentRecord, IncidentStatus } from "./incident-record.js";

const { alertIncident, alertIncidentNote } = schema;

/** IncidentChange is what may change about an incident. */
export type IncidentChange = Partial<
  Pick<
    IncidentRecord,
    | "status"
    | "resolvedAt"
    | "resolveReason"
    | "isMuted"
    | "owner"
    | "acknowledgedBy"
    | "acknowledgedAt"
    | "acknowledgedUntil"
    | "parent"
    | "cause"
  >
>;

/** IncidentQuestion asks for incidents, newest first unless told; a missing list narrows nothing. */
export interface IncidentQuestion {
  readonly statuses?: readonly IncidentStatus[] | undefined;
  readonly severities?: readonly IncidentRecord["severity"][] | undefined;
  readonly rules?: readonly string[] | undefined;
  /** Only what is of exactly this client, store, ... */
  readonly place?: Readonly<Partial<Record<"client" | "channel" | "store" | "partner", string>>> | undefined;
  readonly owner?: string | undefined;
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** Words of the title, a label or the rule. */
  readonly words?: string | undefined;
  readonly clients?: readonly string[] | undefined;
  /** Only what is held to be caused by this one. */
  readonly parent?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  /** Only episodes of the instance of this incident. */
  readonly instance?: { readonly ruleId: string; readonly fingerprint: string } | undefined;
  readonly order?: IncidentOrder | undefined;
  /** Only what stands behind this in the order: the key of the last row that was read. */
  readonly after?: readonly IncidentKeyPart[] | undefined;
  readonly limit: number;
}

/** NewNote is an entry of a timeline; its id makes a repetition harmless. */
export type NewNote = Omit<IncidentNote, "tenant">;

/** IncidentRepository keeps incidents and their timelines, of one tenant at a time. */
export class IncidentRepository {
  constructor(private readonly postgres: Postgres) {}

  /** open adds the incidents that are not there yet, with the first entry of their timelines. */
  async open(
    tenant: string,
    incidents: readonly Omit<IncidentRecord, "tenant">[],
    notes: readonly NewNote[],
  ): Promise<void> {
    if (incidents.length === 0) return;
    const rows = incidents.map((incident) => ({ ...incident, tenant }));
    await this.postgres.db.insert(alertIncident).values(rows).onConflictDoNothing();
    await this.addNotes(tenant, notes);
  }

  /** change changes an incident that stands as `from` says; false, and nothing is changed, when it does not. */
  async change(tenant: string, id: string, change: IncidentChange, from?: readonly IncidentStatus[]): Promise<boolean> {
    const conditions: SQL[] = [eq(alertIncident.tenant, tenant), eq(alertIncident.id, id)];
    if (from !== undefined) conditions.push(inArray(alertIncident.status, [...from]));
    const changed = await this.postgres.db
      .update(alertIncident)
      .set(change)
      .where(and(...conditions))
      .returning({ id: alertIncident.id });
    return changed.length > 0;
  }

  /** addNotes adds the entries that are not there yet. */
  async addNotes(tenant: string, notes: readonly NewNote[]): Promise<void> {
    if (notes.length === 0) return;
    await this.postgres.db
      .insert(alertIncidentNote)
      .values(notes.map((note) => ({ ...note, tenant })))
      .onConflictDoNothing();
  }

  /** find returns one. */
  async find(tenant: string, id: string): Promise<IncidentRecord | undefined> {
    return (await this.findMany(tenant, [id]))[0];
  }

  /** findMany returns those that exist. */
  async findMany(tenant: string, ids: readonly string[]): Promise<IncidentRecord[]> {
    if (ids.length === 0) return [];
    return this.postgres.db
      .select()
      .from(alertIncident)
      .where(and(eq(alertIncident.tenant, tenant), inArray(alertIncident.id, [...ids])));
  }

  /** listUnresolved returns everything that is open or acknowledged, oldest first. */
  listUnresolved(tenant: string, limit: number): Promise<IncidentRecord[]> {
    return this.postgres.db
      .select()
      .from(alertIncident)
      .where(and(eq(alertIncident.tenant, tenant), ne(alertIncident.status, "resolved")))
      .orderBy(asc(alertIncident.firedAt), asc(alertIncident.id))
      .limit(limit);
  }

  /** listChildren returns what is held to have one of these incidents as its cause, oldest first. */
  async listChildren(tenant: string, parents: readonly string[]): Promise<IncidentRecord[]> {
    if (parents.length === 0) return [];
    return this.postgres.db
      .select()
      .from(alertIncident)
      .where(and(eq(alertIncident.tenant, tenant), inArray(alertIncident.parent, [...parents])))
      .orderBy(asc(alertIncident.firedAt), asc(alertIncident.id));
  }

  /** list returns incidents in their order. */
  list(tenant: string, question: IncidentQuestion): Promise<IncidentRecord[]> {
    return this.postgres.db
      .select()
      .from(alertIncident)
      .where(and(eq(alertIncident.tenant, tenant), ...buildConditions(question)))
      .orderBy(...buildIncidentSort(question.order ?? NEWEST_FIRST).map((part) => desc(part)))
      .limit(question.limit);
  }

  /** listNotes returns the timeline of an incident, oldest first. */
  listNotes(tenant: string, incident: string): Promise<IncidentNote[]> {
    return this.postgres.db
      .select()
      .from(alertIncidentNote)
      .where(and(eq(alertIncidentNote.tenant, tenant), eq(alertIncidentNote.incident, incident)))
      .orderBy(asc(alertIncidentNote.at), asc(alertIncidentNote.id));
  }

  /** listExpired returns the acknowledged incidents whose acknowledgement is over. */
  listExpired(tenant: string, now: Date): Promise<IncidentRecord[]> {
    return this.postgres.db
      .select()
      .from(alertIncident)
      .where(
        and(
          eq(alertIncident.tenant, tenant),
          eq(alertIncident.status, "acknowledged"),
          lte(alertIncident.acknowledgedUntil, now),
        ),
      );
  }
}

function buildConditions(question: IncidentQuestion): SQL[] {
  const { statuses, severities, rules, clients, ids, parent, instance } = question;
  const { place = {}, owner, from, to, words, after } = question;
  const conditions: (SQL | undefined)[] = [];
  if (statuses !== undefined) conditions.push(inArray(alertIncident.status, [...statuses]));
  if (severities !== undefined) conditions.push(inArray(alertIncident.severity, [...severities]));
  if (rules !== undefined) conditions.push(inArray(alertIncident.ruleId, [...rules]));
  if (clients !== undefined) conditions.push(inArray(alertIncident.client, [...clients]));
  if (ids !== undefined) conditions.push(inArray(alertIncident.id, [...ids]));
  if (parent !== undefined) conditions.push(eq(alertIncident.parent, parent));
  if (instance !== undefined)
    conditions.push(eq(alertIncident.ruleId, instance.ruleId), eq(alertIncident.fingerprint, instance.fingerprint));
  for (const name of ["client", "channel", "store", "partner"] as const)
    if (place[name] !== undefined) conditions.push(eq(alertIncident[name], place[name]));
  if (owner !== undefined) conditions.push(eq(alertIncident.owner, owner));
  if (words !== undefined) conditions.push(buildWords(words));
  // What was going on at any time of the range.
  if (to !== undefined) conditions.push(lt(alertIncident.firedAt, to));
  if (from !== undefined) conditions.push(or(isNull(alertIncident.resolvedAt), gt(alertIncident.resolvedAt, from)));
  if (after !== undefined) conditions.push(buildAfter(question.order ?? NEWEST_FIRST, after));
  return conditions.filter((condition) => condition !== undefined);
}

/** Every word must stand somewhere; what people type is no pattern. */
function buildWords(words: string): SQL | undefined {
  const patterns = words
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  const text = sql`${alertIncident.title} || ' ' || ${alertIncident.ruleId} || ' ' || ${alertIncident.labels}::text`;
  return and(...patterns.map((pattern) => sql`(${text}) ilike ${pattern}`));
}

function buildAfter(order: IncidentOrder, after: readonly IncidentKeyPart[]): SQL | undefined {
  const sort = buildIncidentSort(order);
  if (sort.length !== after.length) return undefined;
  const given = after.map((part) =>
    typeof part === "number"
      ? sql`${part}::double precision`
      : part instanceof Date
        ? sql`${part.toISOString()}::timestamptz`
        : sql`${part}`,
  );
  return sql`(${sql.join([...sort], sql`, `)}) < (${sql.join(given, sql`, `)})`;
}
