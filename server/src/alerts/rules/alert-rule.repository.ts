import { alertRuleSchema } from "@watchfloor/dashboards";
import { schema, type Postgres } from "@watchfloor/sql";
import { and, asc, desc, eq } from "drizzle-orm";
import type { RuleVersion, StoredRule } from "./stored-rule.js";

const { alertRule, alertRuleVersion } = schema;

/** NewRuleVersion is what a version says; `fingerprint` '' = a person saved it. */
export interface NewRuleVersion {
  readonly id: string;
  readonly definition: Readonly<Record<string, unknown>>;
  readonly fingerprint: string;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** AlertRuleRepository keeps the rules of one tenant at a time; versions that exist are never changed. */
export class AlertRuleRepository {
  constructor(private readonly postgres: Postgres) {}

  /** list returns every rule with its version in force, deleted ones too, by id. A definition that cannot be understood any more is left out. */
  async list(tenant: string): Promise<StoredRule[]> {
    const rows = await this.postgres.db
      .select()
      .from(alertRule)
      .innerJoin(
        alertRuleVersion,
        and(
          eq(alertRuleVersion.tenant, alertRule.tenant),
          eq(alertRuleVersion.id, alertRule.id),
          eq(alertRuleVersion.version, alertRule.version),
        ),
      )
      .where(eq(alertRule.tenant, tenant))
      .orderBy(asc(alertRule.id));
    return rows.flatMap(({ alert_rule: { id, version, isPaused, deletedAt }, alert_rule_version: saved }) => {
      const parsed = alertRuleSchema.safeParse(saved.definition);
      if (!parsed.success) return [];
      const { fingerprint, createdAt: changedAt, createdBy: changedBy } = saved;
      const facts = { fingerprint, changedAt, changedBy, isOfPack: fingerprint !== "" };
      return [{ id, version, rule: parsed.data, isPaused, isDeleted: deletedAt !== null, ...facts }];
    });
  }

  /** listVersions returns the versions of a rule, newest first. */
  listVersions(tenant: string, id: string): Promise<RuleVersion[]> {
    const { version, definition, createdAt, createdBy } = alertRuleVersion;
    return this.postgres.db
      .select({ id: alertRuleVersion.id, version, definition, createdAt, createdBy })
      .from(alertRuleVersion)
      .where(and(eq(alertRuleVersion.tenant, tenant), eq(alertRuleVersion.id, id)))
      .orderBy(desc(version));
  }

  /** addVersion adds a version and puts it in force; false when the rule has moved on from `expectedVersion` (0 = must be new). */
  addVersion(tenant: string, saved: NewRuleVersion, expectedVersion: number): Promise<boolean> {
    const { id, createdAt } = saved;
    const version = expectedVersion + 1;
    return this.postgres.db.transaction(async (transaction) => {
      const inForce = { version, changedAt: createdAt, deletedAt: null };
      const moved =
        expectedVersion === 0
          ? await transaction
              .insert(alertRule)
              .values({ tenant, id, createdAt, ...inForce })
              .onConflictDoNothing()
              .returning({ id: alertRule.id })
          : await transaction
              .update(alertRule)
              .set(inForce)
              .where(and(eq(alertRule.tenant, tenant), eq(alertRule.id, id), eq(alertRule.version, expectedVersion)))
              .returning({ id: alertRule.id });
      if (moved.length === 0) return false;
      await transaction.insert(alertRuleVersion).values({ tenant, ...saved, version });
      return true;
    });
  }

  /** setPaused pauses a rule or lets it go on; false when there is none. */
  async setPaused(tenant: string, id: string, isPaused: boolean, now: Date): Promise<boolean> {
    return this.change(tenant, id, { isPaused, changedAt: now });
  }

  /** delete takes a rule out of force; its history stays. */
  async delete(tenant: string, id: string, now: Date): Promise<boolean> {
    return this.change(tenant, id, { deletedAt: now, changedAt: now });
  }

  private async change(
    tenant: string,
    id: string,
    change: Partial<Pick<typeof alertRule.$inferInsert, "isPaused" | "changedAt" | "deletedAt">>,
  ): Promise<boolean> {
    const changed = await this.postgres.db
      .update(alertRule)
      .set(change)
      .where(and(eq(alertRule.tenant, tenant), eq(alertRule.id, id)))
      .returning({ id: alertRule.id });
    return changed.length > 0;
  }
}
