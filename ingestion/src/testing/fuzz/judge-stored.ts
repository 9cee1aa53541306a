import type { TestReceiver } from "../open-test-receiver.js";
import { eventOracle } from "./event-oracle.js";

/** StoredVerdict is what a receiver has stored. */
export interface StoredVerdict {
  readonly stored: number;
  readonly keptAsRejected: number;
  /** Stored events that the oracle forbids. */
  readonly forbidden: readonly string[];
}

/** judgeStored waits until all is stored and holds every stored event against an independent schema. */
export async function judgeStored({ ingestion, clickhouse }: TestReceiver): Promise<StoredVerdict> {
  await ingestion.intake.settled();
  const stored = await clickhouse.query<{ payload: string }>({
    name: "fuzz.payloads",
    sql: "SELECT payload FROM event FINAL",
  });
  const rejected = await clickhouse.query<{ count: number }>({
    name: "fuzz.count",
    sql: "SELECT count() AS count FROM rejected_event FINAL",
  });
  const forbidden = stored.map(({ payload }) => findForbidden(payload)).filter((fault) => fault !== "");
  return { stored: stored.length, keptAsRejected: rejected[0]?.count ?? 0, forbidden };
}

function findForbidden(payload: string): string {
  const checked = eventOracle.safeParse(JSON.parse(payload));
  if (checked.success) return "";
  const [issue] = checked.error.issues;
  return `stored event: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}: ${payload.slice(0, 2_000)}`;
}
