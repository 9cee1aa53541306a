import { schema, type Postgres } from "@watchfloor/sql";
import { and, eq, sql } from "drizzle-orm";
import { NO_STORED_RULES, type StoredRules } from "./rollup-rules.js";

const { rollupRules } = schema;

/** RollupRulesRepository keeps by which rules the rollups of each tenant were counted. */
export class RollupRulesRepository {
  constructor(private readonly postgres: Postgres) {}

  /** find returns what the rollups of a tenant were counted by. */
  async find(tenant: string): Promise<StoredRules> {
    const [row] = await this.postgres.db.select().from(rollupRules).where(eq(rollupRules.tenant, tenant));
    if (row === undefined) return NO_STORED_RULES;
    const { generation, fingerprint, parts, restatedFrom } = row;
    return { generation, fingerprint, parts, restatedFrom: restatedFrom?.getTime() };
  }

  /** replace stores other rules, unless another process did so since `expected` was the generation. */
  async replace(tenant: string, rules: StoredRules, expected: number): Promise<boolean> {
    const { generation, fingerprint, parts, restatedFrom } = rules;
    const values = { generation, fingerprint, parts: { ...parts }, restatedFrom: readDate(restatedFrom) };
    const stored = await this.postgres.db
      .insert(rollupRules)
      .values({ tenant, ...values })
      .onConflictDoUpdate({
        target: rollupRules.tenant,
        set: values,
        setWhere: sql`${rollupRules.generation} = ${expected}`,
      })
      .returning({ tenant: rollupRules.tenant });
    return stored.length > 0;
  }

  /** moveOn notes how far restating has come, undefined = to the end, unless the rules are others by now. */
  async moveOn(tenant: string, generation: number, restatedFrom: number | undefined): Promise<boolean> {
    const moved = await this.postgres.db
      .update(rollupRules)
      .set({ restatedFrom: readDate(restatedFrom) })
      .where(and(eq(rollupRules.tenant, tenant), eq(rollupRules.generation, generation)))
      .returning({ tenant: rollupRules.tenant });
    return moved.length > 0;
  }
}

function readDate(ms: number | undefined): Date | null {
  return ms === undefined ? null : new Date(ms);
}
