import type { Postgres } from "@watchfloor/sql";
import { sql } from "drizzle-orm";

/** DeliveryFigures is how messages about alerts of all tenants together get through. */
export interface DeliveryFigures {
  /** Messages that wait, and how many seconds the oldest of them has, or the oldest critical one. */
  readonly outboxDepth: number;
  readonly outboxOldestSeconds: number;
  readonly outboxOldestCriticalSeconds: number;
  /** Messages that died and can be sent again. */
  readonly deadLetters: number;
  readonly breakersOpen: number;
  readonly contactsDisabled: number;
  /** Seconds by which the latest group is told later than it should be. */
  readonly groupLagSeconds: number;
  /** Of the last nightly counts. */
  readonly dispositionMismatch: number;
}

/** DeliveryResult is how many messages of a channel came to an end in the last 24 hours. */
export interface DeliveryResult {
  readonly channel: string;
  readonly state: string;
  readonly count: number;
}

/** DeliveryFiguresRepository sums over every tenant, for whoever operates the installation; it names none. */
export class DeliveryFiguresRepository {
  constructor(private readonly postgres: Postgres) {}

  /** read returns the figures of an instant. */
  async read(now: Date): Promise<DeliveryFigures> {
    const at = sql`${now.toISOString()}::timestamptz`;
    const age = (from: ReturnType<typeof sql>) =>
      sql`greatest(0, coalesce(extract(epoch FROM ${at} - ${from}), 0))::double precision`;
    const answer: unknown = await this.postgres.db.execute(sql`
      WITH waiting AS (SELECT count(*)::integer AS depth, min(created_at) AS oldest,
          min(created_at) FILTER (WHERE severity = 'critical') AS critical
        FROM delivery WHERE state IN ('pending', 'sending')),
      contacts AS (SELECT (count(*) FILTER (WHERE breaker_until > ${at}))::integer AS open,
          (count(*) FILTER (WHERE NOT is_enabled))::integer AS disabled FROM contact)
      SELECT waiting.depth AS "outboxDepth", ${age(sql`waiting.oldest`)} AS "outboxOldestSeconds",
        ${age(sql`waiting.critical`)} AS "outboxOldestCriticalSeconds",
        contacts.open AS "breakersOpen", contacts.disabled AS "contactsDisabled",
        (SELECT count(*)::integer FROM delivery WHERE state = 'dead' AND ended_at > ${at} - INTERVAL '30 days') AS "deadLetters",
        (SELECT ${age(sql`min(next_at)`)} FROM alert_document WHERE key LIKE 'group:%') AS "groupLagSeconds",
        (SELECT coalesce(sum((doc->>'undecided')::integer + (doc->>'contradicted')::integer), 0)::integer
          FROM alert_document WHERE key = 'dispositions') AS "dispositionMismatch"
      FROM waiting, contacts`);
    // NOTE: the statement has exactly these columns, one row, and casts each to a number.
    const [figures] = (answer as { rows: DeliveryFigures[] }).rows;
    if (figures === undefined) throw new Error("An aggregate without groups has one row.");
    return figures;
  }

  /** listResults counts what ended in the 24 hours before an instant, by channel and how. */
  async listResults(now: Date): Promise<DeliveryResult[]> {
    const answer: unknown = await this.postgres.db.execute(sql`
      SELECT channel, state, count(*)::integer AS count FROM delivery
      WHERE ended_at > ${now.toISOString()}::timestamptz - INTERVAL '1 day' GROUP BY channel, state ORDER BY channel, state`);
    // NOTE: the statement has exactly these columns.
    return (answer as { rows: DeliveryResult[] }).rows;
  }
}
