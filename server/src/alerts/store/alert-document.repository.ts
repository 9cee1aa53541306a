import { schema, type Postgres } from "@watchfloor/sql";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { DocumentChange, StoredDocument } from "./alert-document.js";

const { alertDocument } = schema;

/**
 * AlertDocumentRepository keeps the documents of alerting. Its one primitive is compare-and-set of a single key: whoever looked at an older
 * version changes nothing. Each document is plain JSON: no undefined, no NaN, no infinities.
 */
export class AlertDocumentRepository {
  constructor(private readonly postgres: Postgres) {}

  /** get returns a document with its version; undefined = there is none, which is version 0. */
  async get(tenant: string, key: string): Promise<StoredDocument | undefined> {
    return (await this.getMany(tenant, [key])).get(key);
  }

  /** getMany returns those of the documents that exist, by key. */
  async getMany(tenant: string, keys: readonly string[]): Promise<Map<string, StoredDocument>> {
    if (keys.length === 0) return new Map();
    const { key, version, doc } = alertDocument;
    const rows = await this.postgres.db
      .select({ key, version, doc })
      .from(alertDocument)
      .where(and(eq(alertDocument.tenant, tenant), inArray(alertDocument.key, [...keys])));
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** cas changes one document; false, and nothing is written, when it is no longer at `version`. Its new version is one higher. */
  async cas(tenant: string, change: DocumentChange): Promise<boolean> {
    return (await this.casMany(tenant, [change])).has(change.key);
  }

  /**
   * deleteEnded forgets what nobody looks at any more: groups that are empty, mails to owners that were sent, links that have run out, escalations of incidents that ended
   * before `endedBefore`. Whoever looked at one of them changes nothing and begins anew.
   */
  async deleteEnded(tenant: string, { now, endedBefore }: { now: Date; endedBefore: Date }): Promise<void> {
    await this.postgres.db.execute(sql`
      DELETE FROM alert_document AS old WHERE old.tenant = ${tenant} AND (
        (old.key LIKE 'group:%' AND old.doc = '{}'::jsonb AND old.next_at IS NULL)
        OR (old.key LIKE 'owner-mail:%' AND old.doc = '{}'::jsonb AND old.next_at IS NULL)
        OR (old.key LIKE 'link:%' AND old.next_at < ${now.toISOString()}::timestamptz)
        OR (old.key LIKE 'escalation:%' AND old.next_at IS NULL AND EXISTS (SELECT 1 FROM alert_incident AS incident
          WHERE incident.tenant = old.tenant AND incident.id = substr(old.key, 12)
            AND incident.resolved_at < ${endedBefore.toISOString()}::timestamptz)))`);
  }

  /** casMany changes many documents in one statement, each for itself, and returns the keys that were changed. */
  async casMany(tenant: string, changes: readonly DocumentChange[]): Promise<Set<string>> {
    if (changes.length === 0) return new Set();
    const rows = changes.map(({ key, version, doc, nextAt }) => ({ key, version, doc, next_at: nextAt }));
    const answer: unknown = await this.postgres.db.execute(sql`
      WITH wanted AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS row (key text, version integer, doc jsonb, next_at timestamptz)
      ), changed AS (
        UPDATE alert_document AS old SET doc = wanted.doc, version = wanted.version + 1, next_at = wanted.next_at
        FROM wanted WHERE old.tenant = ${tenant} AND old.key = wanted.key AND old.version = wanted.version
        RETURNING old.key
      ), added AS (
        INSERT INTO alert_document (tenant, key, version, doc, next_at)
        SELECT ${tenant}, key, 1, doc, next_at FROM wanted WHERE version = 0
        ON CONFLICT DO NOTHING RETURNING key
      )
      SELECT key FROM changed UNION ALL SELECT key FROM added`);
    // NOTE: both drivers answer `execute` with rows; the type of the shared handle does not say so.
    return new Set((answer as { rows: { key: string }[] }).rows.map(({ key }) => key));
  }
}
