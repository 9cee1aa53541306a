import type { Postgres } from "@watchfloor/sql";
import { sql } from "drizzle-orm";
import { decideClock, type KnownClock } from "./decide-clock.js";

/** EvaluationClock watches the clock by which slots become due, for as long as the process lives. */
export class EvaluationClock {
  private known: KnownClock | undefined;

  constructor(
    private readonly parts: {
      readonly postgres: Postgres;
      readonly now: () => Date;
      /** Milliseconds that only count on, whatever the clock on the wall does. */
      readonly readMonotonicMs: () => number;
    },
  ) {}

  /** check returns why nothing may be evaluated now; undefined = it may. Rejects when the database does not answer. */
  async check(): Promise<string | undefined> {
    const { postgres, now, readMonotonicMs } = this.parts;
    const answer: unknown = await postgres.db.execute(
      sql`SELECT (extract(epoch FROM clock_timestamp()) * 1000)::double precision AS "storeMs"`,
    );
    // NOTE: the statement has exactly this row.
    const [row] = (answer as { rows: { storeMs: number }[] }).rows;
    const wallMs = now().getTime();
    const reading = { wallMs, monotonicMs: readMonotonicMs(), storeMs: row?.storeMs ?? wallMs };
    const { known, refusal } = decideClock(this.known, reading);
    this.known = known;
    return refusal;
  }
}
