import { readFileSync } from "node:fs";
import { ChaosNetwork } from "../chaos/chaos-network.js";
import { runPacedLoad } from "./run-paced-load.js";

const EVENTS = Number(process.env["BENCH_EVENTS"] ?? 5_000_000);
const EVENTS_A_SECOND = Number(process.env["BENCH_RATE"] ?? 10_000);
const SAMPLE_MS = 1_000;
const MIB = 1_024;

/** measureMemory prints the resident memory of an ingest process, without any engine in it, over five million events. */
export async function measureMemory(): Promise<void> {
  const network = await ChaosNetwork.open();
  const [replica] = network.replicas;
  const pid = replica?.instance?.process.pid;
  if (replica === undefined || pid === undefined) throw new Error("no ingest process");
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(readResidentMiB(pid)), SAMPLE_MS);
  const url = `${replica.url}/v1/events`;
  await runPacedLoad({ url, key: network.key, count: EVENTS, eventsPerSecond: EVENTS_A_SECOND });
  while ((await network.countWaiting()) > 0) await new Promise((resolve) => setTimeout(resolve, 500));
  clearInterval(timer);
  const [counts] = await network.query<{ stored: number }>("SELECT toUInt32(count()) AS stored FROM event");
  const tenths = Array.from({ length: 10 }, (_, tenth) => {
    const some = samples.slice(
      Math.floor((tenth * samples.length) / 10),
      Math.floor(((tenth + 1) * samples.length) / 10),
    );
    return Math.max(0, ...some);
  });
  console.log(
    `memory: ingest role over ${counts?.stored ?? 0} stored events at up to ${EVENTS_A_SECOND}/s, greatest resident MiB in each tenth: ${tenths.join(", ")} (asked: <= 400 beyond the engine, flat)`,
  );
  await network.close();
}

function readResidentMiB(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kib ?? 0) / MIB);
}
