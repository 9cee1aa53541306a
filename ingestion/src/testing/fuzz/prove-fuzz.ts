import { z } from "zod";
import { openTestReceiver, type TestReceiver } from "../open-test-receiver.js";
import { seededRandom } from "../seeded-random.js";
import { buildFuzzedBody, type Dice, type FuzzedBody } from "./build-fuzzed-body.js";
import { eventOracle } from "./event-oracle.js";
import { readHeapMiB } from "./send-fuzzed.js";

const SENDERS = 8;
/** What may be answered: accepted, partly or wholly refused, unreadable, too large, of a type nobody reads, full. */
const STATUSES: ReadonlySet<number> = new Set([200, 207, 400, 413, 415, 429, 503]);

/** FuzzFinding is what happened to the bodies. */
export interface FuzzFinding {
  readonly bodies: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly accepted: number;
  readonly rejected: number;
  readonly stored: number;
  readonly keptAsRejected: number;
  /** Answers outside the list, and accepted events that the oracle forbids; the first few. */
  readonly faults: readonly string[];
  /** Heap in use after a fifth of the bodies and after all, in MiB. */
  readonly heapMiB: readonly [number, number];
}

/** proveFuzz sends `bodies` requests, most of them wrong in some way, and holds what was accepted against an independent schema and against storage. */
export async function proveFuzz(options: { bodies: number; seed: number }): Promise<FuzzFinding> {
  const receiver = await openTestReceiver({ now: () => new Date() });
  try {
    const tally = await sendAll(receiver, options);
    await receiver.ingestion.intake.settled();
    const count = async (table: string) =>
      (
        await receiver.clickhouse.query<{ count: number }>({
          name: "fuzz.count",
          sql: `SELECT count() AS count FROM ${table} FINAL`,
        })
      )[0]?.count ?? 0;
    return {
      ...tally,
      bodies: options.bodies,
      stored: await count("event"),
      keptAsRejected: await count("rejected_event"),
    };
  } finally {
    await receiver.close();
  }
}

const answerSchema = z.object({
  accepted: z.number(),
  duplicates: z.number(),
  rejected: z.array(z.object({ index: z.number() })),
});
type Answer = z.infer<typeof answerSchema>;

type Tally = Pick<FuzzFinding, "byStatus" | "accepted" | "rejected" | "faults" | "heapMiB">;

async function sendAll(receiver: TestReceiver, options: { bodies: number; seed: number }): Promise<Tally> {
  const byStatus: Record<string, number> = {};
  const faults: string[] = [];
  const heapMiB: [number, number] = [0, 0];
  let accepted = 0;
  let rejected = 0;
  let number = 0;
  let sent = 0;
  const dice: Dice = { random: seededRandom(options.seed), nowMs: Date.now(), next: () => (number += 1) };
  const sender = async () => {
    while (sent < options.bodies) {
      sent += 1;
      if (sent === Math.ceil(options.bodies / 5)) heapMiB[0] = readHeapMiB();
      const fuzzed = buildFuzzedBody(dice);
      const { status, body } = await receiver.send(fuzzed.body, fuzzed.headers);
      byStatus[status] = (byStatus[status] ?? 0) + 1;
      const answer = status === 200 || status === 207 ? answerSchema.parse(body) : undefined;
      accepted += answer?.accepted ?? 0;
      rejected += answer?.rejected.length ?? 0;
      const fault = STATUSES.has(status) ? findForbidden(fuzzed, answer) : `status ${status}`;
      if (fault !== undefined && faults.length < 10) faults.push(`${fault}: ${fuzzed.body.toString("utf8", 0, 2_000)}`);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  heapMiB[1] = readHeapMiB();
  return { byStatus, accepted, rejected, faults, heapMiB };
}

/** findForbidden returns why one of the accepted events should not have been. */
function findForbidden({ events }: FuzzedBody, answer: Answer | undefined): string | undefined {
  if (answer === undefined || events === undefined) return undefined;
  const refused = new Set(answer.rejected.map((rejection) => rejection.index));
  for (const [index, event] of events.entries()) {
    if (refused.has(index)) continue;
    const checked = eventOracle.safeParse(JSON.parse(JSON.stringify(event)));
    if (!checked.success)
      return `accepted event ${index}: ${checked.error.issues[0]?.path.join(".")} ${checked.error.issues[0]?.message}`;
  }
  return undefined;
}
