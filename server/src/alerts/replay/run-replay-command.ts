import { readFile, writeFile } from "node:fs/promises";
import { Command } from "commander";
import { compareReplay } from "./compare-replay.js";
import { replayNotifications } from "./replay-notifications.js";
import { replayRules } from "./replay-rules.js";
import { parseScenarioText } from "./parse-scenario-text.js";
import { readScenario } from "./scenario-file.js";

interface Arguments {
  readonly out?: string;
  readonly check?: true;
}

/**
 * runReplayCommand replays a scenario with the state machine, the conditions and the grouping of the product, and writes the file again
 * with what happened as `actual`. Gives the exit code: 1 for a file that cannot be read or, with --check, one that disagrees.
 */
export async function runReplayCommand(argv: readonly string[], out: NodeJS.WritableStream): Promise<number> {
  const command = new Command("alert:replay")
    .description(
      "Replays alert rules over samples, or a script of alerts through notification groups, in simulated time.",
    )
    .argument("<scenario>", "a JSON file")
    .option("--out <file>", "write the scenario with `actual` there instead of printing it")
    .option("--check", "end with 1 when `actual` differs from `expected`")
    .parse([...argv], { from: "user" });
  const options = command.opts<Arguments>();
  const path = command.args[0] ?? "";
  const answer = await replayFile(path).catch((cause: unknown) =>
    cause instanceof Error ? cause.message : String(cause),
  );
  if (typeof answer === "string") {
    out.write(`${path}: ${answer}\n`);
    return 1;
  }
  const { replayed, notes } = answer;
  const text = `${JSON.stringify(replayed, undefined, 1)}\n`;
  if (options.out === undefined) out.write(text);
  else await writeFile(options.out, text);
  const differences = compareReplay(replayed);
  const words = differences?.length === 0 ? "as expected" : (differences?.join("; ") ?? "nothing is expected");
  if (options.out !== undefined) {
    for (const note of notes) out.write(`${path}: note: ${note}\n`);
    out.write(`${path}: ${words}\n`);
  }
  return options.check === true && (differences?.length ?? 0) > 0 ? 1 : 0;
}

async function replayFile(path: string): Promise<{ replayed: Record<string, unknown>; notes: readonly string[] }> {
  // NOTE: readScenario checks what is read; only an object passes.
  const content = parseScenarioText(await readFile(path, "utf8")) as Record<string, unknown>;
  const file = readScenario(content);
  if (file.kind === "notifications")
    return { replayed: { ...content, actual: replayNotifications(file.script) }, notes: [] };
  const { instances, notes } = replayRules(file.scenario);
  return { replayed: { ...content, actual: instances }, notes };
}
