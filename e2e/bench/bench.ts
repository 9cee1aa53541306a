import { measureAcknowledgement } from "./measure-acknowledgement.js";
import { measureAnomalies } from "./measure-anomalies.js";
import { measureDoor } from "./measure-door.js";
import { measureLivePage } from "./measure-live-page.js";
import { measureMemory } from "./measure-memory.js";
import { measureVisibility } from "./measure-visibility.js";

/** npm run bench [-- NAME ...]: prints measured figures; never a pass or fail. */
const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  ingestion: () => measureDoor({ title: "ingestion", path: "/v1/events", load: "ndjson", asked: 0.5 }),
  otlp: () => measureDoor({ title: "otlp", path: "/v1/traces", load: "otlp", asked: 0.3 }),
  visibility: measureVisibility,
  live: measureLivePage,
  acknowledgement: measureAcknowledgement,
  memory: measureMemory,
  anomalies: measureAnomalies,
};

const wanted = process.argv.slice(2);
for (const [name, measure] of Object.entries(BENCHES))
  if (wanted.length === 0 || wanted.includes(name)) await measure();
process.exit(0);
