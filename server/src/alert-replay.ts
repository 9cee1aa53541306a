import { runReplayCommand } from "./alerts/replay/run-replay-command.js";

process.exitCode = await runReplayCommand(process.argv.slice(2), process.stdout);
