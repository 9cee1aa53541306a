import { runSimulateCommand } from "./simulator/run/run-simulate-command.js";

process.exitCode = await runSimulateCommand(process.argv.slice(2), { out: process.stdout, now: () => new Date() });
