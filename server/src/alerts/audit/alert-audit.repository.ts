import { randomUUID } from "node:crypto";
import { schema, type Postgres } from "@watchfloor/sql";
import { and, desc, eq } from "drizzle-orm";

const { alertAudit } = schema;

/** AuditEntry is who did what to which thing; what it was before and after, without secrets. */
export interface AuditEntry {
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: "rule" | "incident";
  readonly subject: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** AlertAuditRepository adds to the audit of a tenant, and reads it; nothing in it is changed. */
export class AlertAuditRepository {
  constructor(private readonly postgres: Postgres) {}

  /** add writes one entry. */
  async add(tenant: string, entry: AuditEntry): Promise<void> {
    await this.postgres.db.insert(alertAudit).values({ ...entry, tenant, id: randomUUID() });
  }

  /** listOf returns the entries about one thing, newest first. */
  listOf(
    tenant: string,
    subjectKind: AuditEntry["subjectKind"],
    subject: string,
    limit: number,
  ): Promise<AuditEntry[]> {
    const { at, actor, action, before, after } = alertAudit;
    return this.postgres.db
      .select({ at, actor, action, before, after, subject: alertAudit.subject })
      .from(alertAudit)
      .where(
        and(eq(alertAudit.tenant, tenant), eq(alertAudit.subjectKind, subjectKind), eq(alertAudit.subject, subject)),
      )
      .orderBy(desc(alertAudit.ordinal))
      .limit(limit)
      .then((rows) => rows.map((row) => ({ ...row, subjectKind })));
  }
}
