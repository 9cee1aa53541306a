// npm run import | webhook | simulate | bench | prove | screens | anomaly:score | alert:replay: builds what changed, then runs the command with its arguments.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "./child/run-child.mjs";
import { prepare } from "./prepare/prepare.mjs";
import { ROOT } from "./prepare/root.mjs";

/** COMMANDS: the compiled file of each command. */
const COMMANDS = {
  import: "ingestion/dist/import.js",
  webhook: "ingestion/dist/webhook.js",
  simulate: "ingestion/dist/simulate.js",
  bench: "e2e/dist/bench/bench.js",
  prove: "e2e/dist/bench/prove.js",
  screens: "e2e/dist/screens/take-screenshots.js",
  "anomaly:score": "server/dist/anomaly-score.js",
  "alert:replay": "server/dist/alert-replay.js",
};

const [name, ...args] = process.argv.slice(2);
const file = COMMANDS[name];
if (file === undefined) {
  console.error(`Unknown command "${name ?? ""}". Known: ${Object.keys(COMMANDS).join(", ")}.`);
  process.exit(2);
}
await prepare({ shouldBuildWeb: false });
if (!existsSync(join(ROOT, file))) {
  console.error(`The command "${name}" has no compiled file ${file}.`);
  process.exit(2);
}
runChild(file, args);
