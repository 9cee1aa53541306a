import { readSettings, renderFailure } from "@watchfloor/sql";
import pino from "pino";
import { runImportCommand } from "./files/command/run-import-command.js";

const settings = readSettings(process.env);
process.exitCode = await runImportCommand(process.argv.slice(2), {
  settings,
  out: process.stdout,
  now: () => new Date(),
  logger: pino({ level: "warn", serializers: { cause: renderFailure } }, pino.destination(2)),
});
