import { execFileSync } from "node:child_process";
import type { ChaosNetwork, Replica } from "./chaos-network.js";

/** ChaosFault does its harm, and has repaired it when it resolves. */
export type ChaosFault = (network: ChaosNetwork, random: () => number) => Promise<void>;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const choose = <Item>(items: readonly Item[], random: () => number): Item | undefined =>
  items[Math.floor(random() * items.length)];

/** Retries of the loader wait up to 15 s; engines that fail this often are back before. */
const TIMES = 3;
/** TOO_MANY_PARTS, MEMORY_LIMIT_EXCEEDED, TIMEOUT_EXCEEDED, NETWORK_ERROR. */
const CODES = [252, 241, 159, 210];
const TABLES = ["fold_part", "event", "run", "open_run", "feed_activity"];

/** CHAOS_FAULTS are the ways in which things break; each is drawn as often as the others. */
export const CHAOS_FAULTS: Readonly<Record<string, ChaosFault>> = {
  async killReplica(network, random) {
    const replica = choose(network.replicas, random);
    if (replica !== undefined) await restart(network, replica, random);
  },
  async killReplicasInTurn(network, random) {
    for (const replica of network.replicas) await restart(network, replica, random);
  },
  async killEngine(network, random) {
    await network.restartEngine(100 + random() * 1_000);
  },
  async slowEngine(network, random) {
    await network.engine.addFault({ delayMs: 200 + Math.floor(random() * 1_500), times: TIMES });
    await pause(500);
  },
  async refusingEngine(network, random) {
    await network.engine.addFault({ refuseWith: choose(CODES, random) ?? 252, times: TIMES });
    await pause(300);
  },
  /** The engine has stored the rows, and nobody is told. */
  async silentEngine(network, random) {
    await network.engine.addFault({
      statement: `INSERT INTO ${choose(TABLES, random) ?? "event"} `,
      hangUp: "after-running",
      times: 2,
    });
    await pause(300);
  },
  async fullDisk(network, random) {
    const pid = choose(network.replicas, random)?.instance?.process.pid;
    if (pid === undefined) return;
    // The kernel refuses to let any file of the process grow beyond one byte, as a full disk would.
    limitFiles(pid, "1:unlimited");
    await pause(200 + random() * 800);
    limitFiles(pid, "unlimited:unlimited");
  },
};

async function restart(network: ChaosNetwork, replica: Replica, random: () => number): Promise<void> {
  await network.killReplica(replica, random() < 0.5);
  await pause(random() * 300);
  await network.startReplica(replica);
}

function limitFiles(pid: number, limit: string): void {
  execFileSync("prlimit", ["--pid", String(pid), `--fsize=${limit}`]);
}
