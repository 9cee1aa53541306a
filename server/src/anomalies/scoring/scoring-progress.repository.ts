import { schema, type Postgres } from "@watchfloor/sql";
import { and, desc, eq, sql } from "drizzle-orm";
import { DEFAULT_BUDGET, type Budget, type ChosenThresholds } from "./choose-thresholds.js";

const { anomalyBudget, anomalyCursor, anomalyThreshold } = schema;

/** ScoringCursor is how far a tenant was scored; null = nothing yet. */
export interface ScoringCursor {
  readonly scoredTo: Date | null;
  readonly historySeenTo: Date | null;
}

/** ScoringProgress keeps, of each tenant, how far it was scored and by whom, budgets, and thresholds. */
export class ScoringProgressRepository {
  constructor(private readonly postgres: Postgres) {}

  /** claim makes a worker the holder of a tenant for a while and returns how far it was scored; undefined while another one holds it. */
  async claim(tenant: string, given: { holder: string; now: Date; forMs: number }): Promise<ScoringCursor | undefined> {
    const { holder, now } = given;
    const heldUntil = new Date(now.getTime() + given.forMs);
    const [cursor] = await this.postgres.db
      .insert(anomalyCursor)
      .values({ tenant, holder, heldUntil })
      .onConflictDoUpdate({
        target: anomalyCursor.tenant,
        set: { holder, heldUntil },
        setWhere: sql`${anomalyCursor.holder} = ${holder} OR ${anomalyCursor.heldUntil} < ${now.toISOString()}`,
      })
      .returning({ scoredTo: anomalyCursor.scoredTo, historySeenTo: anomalyCursor.historySeenTo });
    return cursor;
  }

  /** advance says how far a tenant was scored; false when the worker no longer holds it. */
  async advance(tenant: string, holder: string, cursor: ScoringCursor): Promise<boolean> {
    const rows = await this.postgres.db
      .update(anomalyCursor)
      .set(cursor)
      .where(and(eq(anomalyCursor.tenant, tenant), eq(anomalyCursor.holder, holder)))
      .returning({ tenant: anomalyCursor.tenant });
    return rows.length > 0;
  }

  /** release lets another worker go on at once. */
  async release(tenant: string, holder: string): Promise<void> {
    await this.postgres.db
      .update(anomalyCursor)
      .set({ heldUntil: new Date(0) })
      .where(and(eq(anomalyCursor.tenant, tenant), eq(anomalyCursor.holder, holder)));
  }

  /** findThresholds returns the thresholds of a tenant's classes that hold from an instant on. */
  async findThresholds(tenant: string, effectiveFrom: Date): Promise<Map<string, ChosenThresholds>> {
    const rows = await this.postgres.db
      .select()
      .from(anomalyThreshold)
      .where(and(eq(anomalyThreshold.tenant, tenant), eq(anomalyThreshold.effectiveFrom, effectiveFrom)));
    return new Map(rows.map((row) => [row.class, row]));
  }

  /** listNewestThresholds returns the thresholds in force, by class. */
  async listNewestThresholds(tenant: string): Promise<Map<string, ChosenThresholds & { effectiveFrom: Date }>> {
    const rows = await this.postgres.db
      .selectDistinctOn([anomalyThreshold.class])
      .from(anomalyThreshold)
      .where(eq(anomalyThreshold.tenant, tenant))
      .orderBy(anomalyThreshold.class, desc(anomalyThreshold.effectiveFrom));
    return new Map(rows.map((row) => [row.class, row]));
  }

  /** saveThresholds keeps what was chosen for a class from an instant on. */
  async saveThresholds(
    tenant: string,
    effectiveFrom: Date,
    chosen: ReadonlyMap<string, ChosenThresholds>,
  ): Promise<void> {
    for (const [id, thresholds] of chosen) {
      const { list, notify, isLearned, seriesWeeks, listPerWeek, notifyPerWeek } = thresholds;
      const values = { list, notify, isLearned, seriesWeeks, listPerWeek, notifyPerWeek };
      await this.postgres.db
        .insert(anomalyThreshold)
        .values({ tenant, class: id, effectiveFrom, ...values })
        .onConflictDoUpdate({
          target: [anomalyThreshold.tenant, anomalyThreshold.class, anomalyThreshold.effectiveFrom],
          set: values,
        });
    }
  }

  /** findBudgets returns what each class may raise, by class; the default where nobody said otherwise. */
  async findBudgets(tenant: string): Promise<(id: string) => Budget> {
    const rows = await this.postgres.db.select().from(anomalyBudget).where(eq(anomalyBudget.tenant, tenant));
    const budgets = new Map(rows.map((row) => [row.class, row]));
    return (id) => budgets.get(id) ?? DEFAULT_BUDGET;
  }

  /** setBudget says what a class may raise from its next thresholds on. */
  async setBudget(
    tenant: string,
    given: Budget & { class: string; changedBy: string; changedAt: Date },
  ): Promise<void> {
    const { class: id, ...values } = given;
    await this.postgres.db
      .insert(anomalyBudget)
      .values({ tenant, class: id, ...values })
      .onConflictDoUpdate({ target: [anomalyBudget.tenant, anomalyBudget.class], set: values });
  }
}
