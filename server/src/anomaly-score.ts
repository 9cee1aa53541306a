import { runScoreCommand } from "./anomalies/compare/run-score-command.js";

process.exitCode = await runScoreCommand(process.argv.slice(2), {
  out: process.stdout,
  readTimer: () => performance.now(),
});
