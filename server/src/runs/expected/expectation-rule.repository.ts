import { schema, type Postgres } from "@watchfloor/sql";
import { and, desc, eq, lte } from "drizzle-orm";

const { expectationRule } = schema;

/** ExpectationRuleRow is one version of a rule as it was installed; `definition` must be checked by whoever reads it. */
export type ExpectationRuleRow = Pick<typeof expectationRule.$inferSelect, "id" | "version" | "definition">;

/** ExpectationRuleRepository reads the rules of a tenant. */
export class ExpectationRuleRepository {
  constructor(private readonly postgres: Postgres) {}

  /** findInForce returns the version of a rule that is in force for an event of this instant. */
  async findInForce(tenant: string, id: string, at: Date): Promise<ExpectationRuleRow | undefined> {
    const { tenant: ofTenant, id: ofRule, version, effectiveFrom, definition } = expectationRule;
    const [row] = await this.postgres.db
      .select({ id: ofRule, version, definition })
      .from(expectationRule)
      .where(and(eq(ofTenant, tenant), eq(ofRule, id), lte(effectiveFrom, at)))
      .orderBy(desc(effectiveFrom), desc(version))
      .limit(1);
    return row;
  }
}
