import type { Postgres } from "@watchfloor/sql";
import { sql } from "drizzle-orm";

/** AlertFigures is how the evaluation of all tenants together is doing. */
export interface AlertFigures {
  /** Seconds by which the latest rule is late; 0 = none is. */
  readonly lagSeconds: number;
  readonly rules: number;
  readonly failingRules: number;
  readonly limitedRules: number;
  readonly evaluatedSlots: number;
  readonly caughtUpSlots: number;
  readonly skippedSlots: number;
  /** Transitions that were decided and not published yet. */
  readonly unpublished: number;
  readonly openIncidents: number;
  readonly lateRows: number;
}

/** AlertFiguresRepository sums over every tenant, for whoever operates the installation; it names none. */
export class AlertFiguresRepository {
  constructor(private readonly postgres: Postgres) {}

  /** read returns the figures of this moment, by the clock of the database. */
  async read(): Promise<AlertFigures> {
    const answer: unknown = await this.postgres.db.execute(sql`
      SELECT
        greatest(0, coalesce(extract(epoch FROM now() - min(next_at)), 0))::double precision AS "lagSeconds",
        count(*)::integer AS rules,
        (count(*) FILTER (WHERE doc->'health'->>'state' = 'error'))::integer AS "failingRules",
        (count(*) FILTER (WHERE doc->'health'->>'state' = 'limit'))::integer AS "limitedRules",
        coalesce(sum((doc->'counts'->>'evaluated')::bigint), 0)::double precision AS "evaluatedSlots",
        coalesce(sum((doc->'counts'->>'caughtUp')::bigint), 0)::double precision AS "caughtUpSlots",
        coalesce(sum((doc->'counts'->>'skipped')::bigint), 0)::double precision AS "skippedSlots",
        coalesce(sum(jsonb_array_length(doc->'out')), 0)::integer AS unpublished,
        (SELECT count(*)::integer FROM alert_incident WHERE status <> 'resolved') AS "openIncidents",
        (SELECT coalesce(sum(counted.value::bigint), 0)::double precision FROM alert_document AS late,
          jsonb_each_text(late.doc->'rules') AS counted WHERE late.key = 'late') AS "lateRows"
      FROM alert_document WHERE key LIKE 'rule:%'`);
    // NOTE: the statement has exactly these columns, one row, and casts each to a number.
    const [figures] = (answer as { rows: AlertFigures[] }).rows;
    if (figures === undefined) throw new Error("An aggregate without groups has one row.");
    return figures;
  }
}
