import { openTestReceiver, type TestReceiver } from "../open-test-receiver.js";
import { seededRandom } from "../seeded-random.js";
import type { Dice } from "./build-fuzzed-body.js";
import { buildOtlpBody } from "./build-otlp-body.js";
import { eventOracle } from "./event-oracle.js";

const SENDERS = 8;
const STATUSES: ReadonlySet<number> = new Set([200, 400, 413, 415, 429, 503]);

/** OtlpFuzzFinding is what happened to the bodies. */
export interface OtlpFuzzFinding {
  readonly bodies: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly stored: number;
  readonly keptAsRejected: number;
  /** Answers outside the list, and stored events that the oracle forbids; the first few. */
  readonly faults: readonly string[];
}

/** proveOtlpFuzz sends `bodies` requests to the doors of OpenTelemetry and holds every event that was stored against an independent schema. */
export async function proveOtlpFuzz(options: { bodies: number; seed: number }): Promise<OtlpFuzzFinding> {
  const receiver = await openTestReceiver({ now: () => new Date() });
  try {
    const { byStatus, faults } = await sendAll(receiver, options);
    await receiver.ingestion.intake.settled();
    const stored = await receiver.clickhouse.query<{ payload: string }>({
      name: "fuzz.payloads",
      sql: "SELECT payload FROM event FINAL",
    });
    const rejected = await receiver.clickhouse.query<{ count: number }>({
      name: "fuzz.count",
      sql: "SELECT count() AS count FROM rejected_event FINAL",
    });
    return {
      ...{ bodies: options.bodies, byStatus, stored: stored.length, keptAsRejected: rejected[0]?.count ?? 0 },
      faults: [...faults, ...stored.map(({ payload }) => findForbidden(payload)).filter((fault) => fault !== "")].slice(
        0,
        10,
      ),
    };
  } finally {
    await receiver.close();
  }
}

async function sendAll(
  { url, key }: TestReceiver,
  options: { bodies: number; seed: number },
): Promise<{ byStatus: Record<string, number>; faults: string[] }> {
  const byStatus: Record<string, number> = {};
  const faults: string[] = [];
  let number = 0;
  let sent = 0;
  const dice: Dice = { random: seededRandom(options.seed), nowMs: Date.now(), next: () => (number += 1) };
  const sender = async () => {
    while (sent < options.bodies) {
      sent += 1;
      const { path, body, headers } = buildOtlpBody(dice);
      const answer = await fetch(`${url}/v1/${path}`, {
        method: "POST",
        body: new Uint8Array(body),
        headers: { authorization: `Bearer ${key}`, ...headers },
      });
      await answer.arrayBuffer();
      byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1;
      if (!STATUSES.has(answer.status)) faults.push(`status ${answer.status}: ${body.toString("utf8", 0, 2_000)}`);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  return { byStatus, faults };
}

function findForbidden(payload: string): string {
  const checked = eventOracle.safeParse(JSON.parse(payload));
  if (checked.success) return "";
  const [issue] = checked.error.issues;
  return `stored event: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}: ${payload.slice(0, 2_000)}`;
}
