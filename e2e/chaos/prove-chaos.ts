import { buildChaosInput } from "./build-chaos-input.js";
import { CHAOS_FAULTS } from "./chaos-faults.js";
import { ChaosNetwork } from "./chaos-network.js";
import { sendAll, type SendingReport } from "./send-all.js";
import { compareMetrics, type MetricComparison } from "./compare-metrics.js";
import { foldNaively } from "./fold-naively.js";

const HOUR_MS = 3_600_000;
const STORED_WITHIN_MS = 300_000;

/** ChaosFinding is what was broken, what was sent, and what is stored and counted in the end. */
export interface ChaosFinding extends MetricComparison, SendingReport {
  readonly faults: Readonly<Record<string, number>>;
  readonly events: number;
  readonly sent: number;
  /** Events stored, and how many identities they have. */
  readonly stored: number;
  readonly identities: number;
  /** Runs that stand under more than one day. */
  readonly doubleRuns: number;
  readonly exitCodes: readonly (number | null)[];
  readonly seconds: number;
}

/**
 * proveChaos sends events with repetitions, reorderings and delays to two replicas while `faults` seeded faults strike them and the
 * engine; then it compares what is stored with what was sent, and every metric with a fold of the input that shares no code with
 * the product.
 */
export async function proveChaos(options: {
  events: number;
  faults: number;
  seed: number;
  random: (seed: number) => () => number;
}): Promise<ChaosFinding> {
  const { faults, seed } = options;
  const startedMs = Date.now();
  // Exceptions are resolved up to 200 minutes after the newest event, and nothing may lie in the future.
  const toMs = Date.now() - 5 * HOUR_MS;
  const range = { from: toMs - 48 * HOUR_MS, to: toMs };
  const input = buildChaosInput({
    count: options.events,
    fromMs: range.from + HOUR_MS,
    toMs: toMs - HOUR_MS,
    random: options.random(seed),
  });
  const network = await ChaosNetwork.open();
  try {
    const sending = sendAll(network, input.sending, options.random(seed + 1));
    const struck = await strike(network, { faults, random: options.random(seed + 2), sending });
    const report = await sending;
    await waitUntilStored(network);
    const counts = await countStored(network);
    const comparison = await compareMetrics(network, foldNaively(input.events), range);
    const exitCodes = await network.close();
    const seconds = (Date.now() - startedMs) / 1000;
    return {
      faults: struck,
      events: input.events.length,
      sent: input.sending.length,
      ...report,
      ...counts,
      ...comparison,
      exitCodes,
      seconds,
    };
  } catch (cause) {
    await network.close().catch(() => undefined);
    throw cause;
  }
}

/** Faults strike one after the other, also when everything was sent before the last one: what is not stored yet is at stake. */
async function strike(
  network: ChaosNetwork,
  options: { faults: number; random: () => number; sending: Promise<unknown> },
): Promise<Record<string, number>> {
  const { faults, random, sending } = options;
  const struck: Record<string, number> = {};
  const names = Object.keys(CHAOS_FAULTS);
  let failure: unknown;
  sending.catch((cause: unknown) => (failure = cause));
  for (let count = 0; count < faults && failure === undefined; count += 1) {
    const name = names[Math.floor(random() * names.length)] ?? "killReplica";
    await CHAOS_FAULTS[name]?.(network, random);
    struck[name] = (struck[name] ?? 0) + 1;
    await new Promise((resolve) => setTimeout(resolve, 50 + random() * 400));
  }
  await network.engine.clearFaults();
  return struck;
}

async function waitUntilStored(network: ChaosNetwork): Promise<void> {
  const deadline = Date.now() + STORED_WITHIN_MS;
  while ((await network.countWaiting()) !== 0) {
    if (Date.now() > deadline) throw new Error(`not stored after ${STORED_WITHIN_MS / 1000} s:\n${readLogs(network)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function readLogs(network: ChaosNetwork): string {
  return network.replicas.map(({ instance }) => instance?.output().slice(-2_000) ?? "down").join("\n---\n");
}

async function countStored(network: ChaosNetwork): Promise<Pick<ChaosFinding, "stored" | "identities" | "doubleRuns">> {
  const [events] = await network.query<{ stored: number; identities: number }>(
    "SELECT toUInt32(count()) AS stored, toUInt32(uniqExact(client, source, id)) AS identities FROM event FINAL",
  );
  const [runs] = await network.query<{ double: number }>(
    "SELECT toUInt32(count() - uniqExact(client, workflow, run)) AS double FROM run FINAL",
  );
  return { stored: events?.stored ?? 0, identities: events?.identities ?? 0, doubleRuns: runs?.double ?? 0 };
}
