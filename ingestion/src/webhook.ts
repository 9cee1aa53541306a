import { readSettings } from "@watchfloor/sql";
import { runWebhookCommand } from "./receive/webhooks/command/run-webhook-command.js";

process.exitCode = await runWebhookCommand(process.argv.slice(2), {
  settings: readSettings(process.env),
  input: process.stdin,
  out: process.stdout,
  now: () => new Date(),
});
