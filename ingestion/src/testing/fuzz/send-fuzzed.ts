import { seededRandom } from "../seeded-random.js";
import type { TestReceiver } from "../open-test-receiver.js";
import type { Dice } from "./build-fuzzed-body.js";

const SENDERS = 8;

/** FuzzedRequest is a request and the answers it may get. */
export interface FuzzedRequest {
  readonly path: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  readonly allowed: ReadonlySet<number>;
}

/** FuzzTally is what was answered. */
export interface FuzzTally {
  readonly byStatus: Readonly<Record<string, number>>;
  /** Answers that were not allowed, with the beginning of their body. */
  readonly faults: readonly string[];
  /** Heap in use after a fifth of the requests and after all, in MiB. */
  readonly heapMiB: readonly [number, number];
}

/** sendFuzzed sends `bodies` requests, eight at a time. */
export async function sendFuzzed(
  { url }: TestReceiver,
  options: { bodies: number; seed: number; build: (dice: Dice) => FuzzedRequest },
): Promise<FuzzTally> {
  const byStatus: Record<string, number> = {};
  const faults: string[] = [];
  const heapMiB: [number, number] = [0, 0];
  let number = 0;
  let sent = 0;
  const dice: Dice = { random: seededRandom(options.seed), nowMs: Date.now(), next: () => (number += 1) };
  const sender = async () => {
    while (sent < options.bodies) {
      sent += 1;
      if (sent === Math.ceil(options.bodies / 5)) heapMiB[0] = readHeapMiB();
      const { path, body, headers, allowed } = options.build(dice);
      const answer = await fetch(`${url}${path}`, { method: "POST", body: new Uint8Array(body), headers });
      await answer.arrayBuffer();
      byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1;
      if (!allowed.has(answer.status)) faults.push(`status ${answer.status}: ${body.toString("utf8", 0, 2_000)}`);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  heapMiB[1] = readHeapMiB();
  return { byStatus, faults, heapMiB };
}

/** readHeapMiB is the heap in use, after a collection where the process lets us ask for one. */
export function readHeapMiB(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1024 / 1024);
}
