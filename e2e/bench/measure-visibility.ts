import { openBenchInstallation } from "./open-bench-installation.js";
import { buildBenchEvents } from "./build-bench-events.js";
import { renderSpread } from "./render-spread.js";

const EVENTS_A_SECOND = 2_000;
const SECONDS = 20;
const BATCHES_A_SECOND = 10;
const VISIBLE = 'query ($id: ID!) { run(client: "probe", workflow: "probe", id: $id) { id } }';

/** measureVisibility prints how long after its acknowledgement an event is seen in GraphQL while 2,000 events/s arrive. */
export async function measureVisibility(): Promise<void> {
  const installation = await openBenchInstallation(async () => undefined);
  const measured: number[] = [];
  const probes: Promise<void>[] = [];
  const size = EVENTS_A_SECOND / BATCHES_A_SECOND;
  const startedAt = performance.now();
  for (let turn = 0; turn < SECONDS * BATCHES_A_SECOND; turn += 1) {
    const events = buildBenchEvents(`v${turn}`, size - 1, Date.now() - 5_000);
    const run = `probe-${turn}`;
    const probe = {
      id: run,
      kind: "run.started",
      time: new Date().toISOString(),
      source: "probe",
      client: "probe",
      workflow: "probe",
      run,
    };
    await send(installation, [...events, probe]);
    if (turn % 3 === 0) probes.push(waitUntilVisible(installation, run).then((ms) => void measured.push(ms)));
    const wait = startedAt + ((turn + 1) * 1000) / BATCHES_A_SECOND - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }
  const rate = (SECONDS * EVENTS_A_SECOND) / ((performance.now() - startedAt) / 1000);
  await Promise.all(probes);
  console.log(
    `visibility: acceptance to GraphQL at ${Math.round(rate)} events/s: ${renderSpread(measured)} (asked: p95 <= 1000 ms)`,
  );
  await installation.close();
}

type Installation = Awaited<ReturnType<typeof openBenchInstallation>>;

async function send({ eventsUrl, key }: Installation, events: readonly unknown[]): Promise<void> {
  const answer = await fetch(eventsUrl, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify(events),
  });
  if (answer.status !== 200) throw new Error(await answer.text());
}

async function waitUntilVisible({ ask }: Installation, id: string): Promise<number> {
  const acceptedAt = performance.now();
  for (;;) {
    const { run } = await ask(VISIBLE, { id });
    if (run !== null) return performance.now() - acceptedAt;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
