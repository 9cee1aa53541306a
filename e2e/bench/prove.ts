import { proveAlerts } from "./prove-alerts.js";
import { provePrometheus } from "./prove-prometheus.js";
import { proveWeb } from "../pages/prove-web.js";
import { measureMetrics } from "./metrics/measure-metrics.js";
import { proveChaos } from "../chaos/prove-chaos.js";
import { seededRandom } from "../chaos/seeded-random.js";
import { proveRollups } from "../rollups/prove-rollups.js";
import {
  proveCrashes,
  proveFileFuzz,
  proveFuzz,
  proveOtlpFuzz,
  proveWebhookFuzz,
  type DoorFuzzFinding,
} from "@watchfloor/ingestion";

/** npm run prove -- NAME: the heavy proofs in full; prints figures, ends with an error when one does not hold. */
const PROOFS: Readonly<Record<string, (size: string | undefined, directory: string | undefined) => Promise<string>>> = {
  async crashes() {
    const finding = await proveCrashes({ kills: 20, seed: 20_261_121 });
    const isSame = finding.rowsAfterCrashes === finding.rowsUninterrupted;
    const isWhole =
      finding.storedEvents === finding.acknowledged && finding.storedEventIdentities === finding.acknowledged;
    if (!isSame || !isWhole)
      throw new Error(`crashes: stored ${finding.storedEvents} of ${finding.acknowledged}, same rows: ${isSame}`);
    return `crashes: ${finding.kills} kills, ${finding.acknowledged} events acknowledged, all stored once, runs equal to an uninterrupted run`;
  },
  async ingestion() {
    const finding = await proveChaos({ events: 1_000_000, faults: 200, seed: 20_261_121, random: seededRandom });
    const { events, sent, stored, identities, doubleRuns, differences, surprises, exitCodes } = finding;
    const isWhole = stored === events && identities === events && doubleRuns === 0;
    if (!isWhole || differences.length + surprises.length > 0 || exitCodes.some((code) => code !== 0))
      throw new Error(`ingestion: ${JSON.stringify(finding, undefined, 2)}`);
    const struck = Object.entries(finding.faults).map(([name, count]) => `${name} ${count}`);
    return `ingestion: ${events} events, ${sent} sent in ${finding.requests} requests and ${finding.repeats} repeats, faults: ${struck.join(", ")}; ${stored} stored, each once; ${finding.compared} figures equal to an independent fold; ${Math.round(finding.seconds)} s`;
  },
  async fuzz() {
    const finding = await proveFuzz({ bodies: 100_000, seed: 20_261_121 });
    const isWhole = finding.stored === finding.accepted && finding.keptAsRejected === finding.rejected;
    if (finding.faults.length > 0 || !isWhole) throw new Error(`fuzz: ${JSON.stringify(finding, undefined, 2)}`);
    const statuses = Object.entries(finding.byStatus).map(([status, count]) => `${status}: ${count}`);
    return `fuzz: ${finding.bodies} bodies (${statuses.join(", ")}), ${finding.accepted} events accepted and stored, ${finding.rejected} refused and kept, heap ${finding.heapMiB.join(" -> ")} MiB`;
  },
  async "otlp-fuzz"() {
    return renderDoorFuzz("otlp-fuzz", await proveOtlpFuzz({ bodies: 100_000, seed: 20_261_121 }));
  },
  async "webhook-fuzz"() {
    return renderDoorFuzz("webhook-fuzz", await proveWebhookFuzz({ bodies: 100_000, seed: 20_261_121 }));
  },
  async "file-fuzz"() {
    const finding = await proveFileFuzz({ files: 10_000, seed: 20_261_121 });
    const { files, rows, rejectedRows, refusedFiles, accepted, stored, faults } = finding;
    if (faults.length > 0 || stored !== accepted)
      throw new Error(`file-fuzz: ${JSON.stringify(finding, undefined, 2)}`);
    return `file-fuzz: ${files} files of ${rows} rows, ${refusedFiles} refused as a whole, ${rejectedRows} rows refused and kept, ${accepted} events accepted and stored, none that the schema forbids`;
  },
  alerts: (size) => proveAlerts({ seeds: Number(size ?? 200), seed: 20_261_122 }),
  prometheus: (size, directory) =>
    provePrometheus({ cases: Number(size ?? 3_000), scripts: 100, directory }, seededRandom(20_261_122)),
  async rollups() {
    const finding = await proveRollups({ rounds: 60, questions: 6, seed: 20_261_122, random: seededRandom });
    if (finding.differences.length > 0) throw new Error(`rollups: ${JSON.stringify(finding, undefined, 2)}`);
    const { events, passes, crashes, changes, questions, rolled, promised, figures } = finding;
    return `rollups: ${events} events, ${passes} passes of which ${crashes} broke, ${changes} changes of what is promised, ${questions} questions of which ${rolled} were answered from rollups, ${promised} with promises by policies, ${figures} figures equal to the rows`;
  },
  async web() {
    const findings = await proveWeb((line) => console.log(line));
    const broken = findings.filter(({ value, limit }) => !(value <= limit));
    if (broken.length > 0) throw new Error(`web: beyond its budget: ${broken.map(({ name }) => name).join("; ")}`);
    return `web: ${findings.length} budgets kept`;
  },
  metrics: async (size, directory) => {
    await measureMetrics(Number(size ?? 1_000_000), directory);
    return "metrics: measured";
  },
};

function renderDoorFuzz(name: string, finding: DoorFuzzFinding): string {
  const { bodies, byStatus, faults, stored, keptAsRejected, heapMiB } = finding;
  if (faults.length > 0) throw new Error(`${name}: ${JSON.stringify(finding, undefined, 2)}`);
  const statuses = Object.entries(byStatus).map(([status, count]) => `${status}: ${count}`);
  return `${name}: ${bodies} bodies (${statuses.join(", ")}), ${stored} events stored, none that the schema forbids, ${keptAsRejected} refused and kept, heap ${heapMiB.join(" -> ")} MiB`;
}

const [name = "", size, directory] = process.argv.slice(2);
const proof = PROOFS[name];
if (proof === undefined) {
  console.error(`Unknown proof "${name}". Known: ${Object.keys(PROOFS).join(", ")}.`);
  process.exit(2);
}
console.log(await proof(size, directory));
process.exit(0);
