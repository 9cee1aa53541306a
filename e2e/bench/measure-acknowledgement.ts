import { openBenchInstallation } from "./open-bench-installation.js";
import { renderSpread } from "./render-spread.js";
import { runLoad } from "./run-load.js";
import { runPacedLoad } from "./run-paced-load.js";

const TOP_EVENTS = 200_000;
const SECONDS = 20;

/** measureAcknowledgement prints how long senders wait for their answer while half of the top rate of this machine arrives. */
export async function measureAcknowledgement(): Promise<void> {
  const installation = await openBenchInstallation(async () => undefined);
  const { eventsUrl: url, key } = installation;
  let top = 0;
  for (const label of ["warm", "top"])
    top = await runLoad({ url, key, count: TOP_EVENTS, load: "ndjson" }, label, installation.ingestion.intake.settled);
  const eventsPerSecond = Math.round(top / 2);
  const measured = await runPacedLoad({ url, key, eventsPerSecond, count: eventsPerSecond * SECONDS });
  const sorted = [...measured].sort((left, right) => left - right);
  const p99 = sorted[Math.floor(0.99 * sorted.length)] ?? 0;
  console.log(
    `acknowledgement: at ${eventsPerSecond} events/s (top ${Math.round(top)}) in batches of 500: ${renderSpread(measured)}, p99 ${p99} ms (asked: p99 <= 100 ms)`,
  );
  await installation.close();
}
