import { schema, type Postgres } from "@watchfloor/sql";
import { and, asc, desc, eq, gte, inArray, lt } from "drizzle-orm";
import type { CommittedTransition } from "./transition-sink.js";

const { alertTransition } = schema;
/** Rows of one statement: Postgres takes 65,535 parameters. */
const ROWS_AT_ONCE = 1_000;

/** TransitionRow is a transition as it is kept. */
export type TransitionRow = typeof alertTransition.$inferSelect;

/** TransitionRepository keeps the history of instances, of one tenant at a time; what is there is never changed. */
export class TransitionRepository {
  constructor(private readonly postgres: Postgres) {}

  /** insert adds the transitions that are not there yet. */
  async insert(tenant: string, transitions: readonly CommittedTransition[], now: Date): Promise<void> {
    for (let at = 0; at < transitions.length; at += ROWS_AT_ONCE) {
      const rows = transitions.slice(at, at + ROWS_AT_ONCE).map(({ slotAt, activeAt, ...transition }) => ({
        ...{ ...transition, tenant, slotAt: new Date(slotAt), recordedAt: now },
        activeAt: activeAt === null ? null : new Date(activeAt),
      }));
      await this.postgres.db.insert(alertTransition).values(rows).onConflictDoNothing();
    }
  }

  /** listOfIncident returns what happened to the instance of an incident, oldest first. */
  listOfIncident(tenant: string, incident: string, limit: number): Promise<TransitionRow[]> {
    return this.postgres.db
      .select()
      .from(alertTransition)
      .where(and(eq(alertTransition.tenant, tenant), eq(alertTransition.incidentId, incident)))
      .orderBy(asc(alertTransition.ordinal))
      .limit(limit);
  }

  /** listAll returns the history of a tenant in the order in which it was recorded. */
  listAll(tenant: string, limit: number): Promise<TransitionRow[]> {
    return this.postgres.db
      .select()
      .from(alertTransition)
      .where(eq(alertTransition.tenant, tenant))
      .orderBy(asc(alertTransition.ordinal))
      .limit(limit);
  }

  /** listOfRule returns the transitions of a rule that people were to be told of, newest first. */
  listOfRule(
    tenant: string,
    ruleId: string,
    { from, to, limit }: { from: Date; to: Date; limit: number },
  ): Promise<TransitionRow[]> {
    return this.postgres.db
      .select()
      .from(alertTransition)
      .where(
        and(
          eq(alertTransition.tenant, tenant),
          eq(alertTransition.ruleId, ruleId),
          inArray(alertTransition.kind, ["fired", "resolved"]),
          gte(alertTransition.slotAt, from),
          lt(alertTransition.slotAt, to),
        ),
      )
      .orderBy(desc(alertTransition.ordinal))
      .limit(limit);
  }
}
