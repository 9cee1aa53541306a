import { schema, type Postgres } from "@watchfloor/sql";
import { and, eq, inArray, like, min } from "drizzle-orm";

const { alertDocument, delivery } = schema;

/** AlertLag is how far alerting is behind, in milliseconds; 0 = it is not. */
export interface AlertLag {
  readonly evaluationMs: number;
  /** Of the oldest critical message that nobody has tried to send yet. */
  readonly criticalMs: number;
}

/** findAlertLag looks at the oldest work of any tenant that nobody has done; it reads times alone. */
export async function findAlertLag({ db }: Postgres, now: Date): Promise<AlertLag> {
  const [rule] = await db
    .select({ at: min(alertDocument.nextAt) })
    .from(alertDocument)
    .where(like(alertDocument.key, "rule:%"));
  const [message] = await db
    .select({ at: min(delivery.createdAt) })
    .from(delivery)
    .where(
      and(inArray(delivery.state, ["pending", "sending"]), eq(delivery.severity, "critical"), eq(delivery.attempt, 0)),
    );
  const age = (at: Date | null | undefined) => (at == null ? 0 : Math.max(0, now.getTime() - at.getTime()));
  return { evaluationMs: age(rule?.at), criticalMs: age(message?.at) };
}
