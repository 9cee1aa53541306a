import { openBenchInstallation } from "./open-bench-installation.js";
import { renderSpread } from "./render-spread.js";
import { runPacedLoad } from "./run-paced-load.js";

/** Half of what `npm run bench -- ingestion` reached on two cores. */
const EVENTS_A_SECOND = Number(process.env["BENCH_RATE"] ?? 26_000);
const SECONDS = 20;

/** measureAcknowledgement prints how long senders wait for their answer while half of the top rate arrives. */
export async function measureAcknowledgement(): Promise<void> {
  const installation = await openBenchInstallation(async () => undefined);
  const { eventsUrl: url, key } = installation;
  const load = { url, key, eventsPerSecond: EVENTS_A_SECOND };
  await runPacedLoad({ ...load, count: EVENTS_A_SECOND * 5 });
  const measured = await runPacedLoad({ ...load, count: EVENTS_A_SECOND * SECONDS });
  const sorted = [...measured].sort((left, right) => left - right);
  const p99 = sorted[Math.floor(0.99 * sorted.length)] ?? 0;
  console.log(
    `acknowledgement: at ${EVENTS_A_SECOND} events/s in batches of 500: ${renderSpread(measured)}, p99 ${p99} ms (asked: p99 <= 100 ms)`,
  );
  await installation.close();
}
