import { randomUUID } from "node:crypto";
import { schema, type Postgres } from "@watchfloor/sql";
import type { Scope } from "../../scope/scope.js";

/** AuditedChange is one thing somebody did; it holds no secret. */
export interface AuditedChange {
  readonly action: string;
  readonly kind:
    | "contact"
    | "subscription"
    | "silence"
    | "delivery"
    | "escalation_policy"
    | "inhibition"
    | "incident"
    | "message_template";
  readonly subject: string;
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after?: Readonly<Record<string, unknown>> | null;
}

/** AuditTrailRepository keeps who changed what about who is told; nothing in it is ever changed. */
export class AuditTrailRepository {
  constructor(private readonly postgres: Postgres) {}

  /** record keeps one change by whoever the scope is of. */
  async record(
    { tenant, subjectId }: Pick<Scope, "tenant" | "subjectId">,
    { action, kind, subject, before, after }: AuditedChange,
    at: Date,
  ): Promise<void> {
    await this.postgres.db.insert(schema.alertAudit).values({
      ...{ tenant, id: randomUUID(), at, actor: subjectId, origin: "api", action, subjectKind: kind, subject },
      ...{ before: before ?? null, after: after ?? null },
    });
  }
}
