import { DefinitionFault } from "@watchfloor/dashboards";
import { DataDirectoryTaken, WEBHOOK_STYLES, type WebhookStyle } from "@watchfloor/sql";
import { Command, CommanderError, Option } from "commander";
import { openWebhookDesk, type WebhookDesk, type WebhookSurroundings } from "./open-webhook-desk.js";
import { readSecret } from "./read-secret.js";
import { renderWebhookSources } from "./render-webhook-sources.js";
import { tryMapping } from "./try-mapping.js";
import { WebhookRefused } from "./webhook-refused.js";

interface SecretOption {
  readonly secretFile?: string;
}

interface AddOptions extends SecretOption {
  readonly style: WebhookStyle;
  readonly mapping: string;
  readonly client: string;
}

/** Mistakes of the caller: said in one line, without a stack. */
const EXPECTED = [DefinitionFault, DataDirectoryTaken, WebhookRefused] as const;

/**
 * runWebhookCommand declares, lists, rotates and revokes the webhook sources of the tenant, and gives the exit code: 0 done,
 * 1 could not. With embedded engines it needs the data directory for itself; while the product runs there are GraphQL mutations.
 */
export async function runWebhookCommand(argv: readonly string[], surroundings: WebhookSurroundings): Promise<number> {
  const print = (text: string) => void surroundings.out.write(`${text}\n`);
  const use = async (act: (desk: WebhookDesk) => Promise<void>) => {
    const desk = await openWebhookDesk(surroundings);
    await act(desk).finally(() => desk.close());
  };
  try {
    await buildCommand(surroundings, use, print).parseAsync([...argv], { from: "user" });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    if (!(error instanceof Error) || !EXPECTED.some((kind) => error instanceof kind)) throw error;
    print(error.message);
    if (error instanceof DataDirectoryTaken)
      print("While Watchfloor runs, declare sources by its GraphQL mutation createWebhookSource.");
    return 1;
  }
}

type Use = (act: (desk: WebhookDesk) => Promise<void>) => Promise<void>;

function buildCommand(surroundings: WebhookSurroundings, use: Use, print: (text: string) => void): Command {
  const { input } = surroundings;
  const command = new Command("webhook")
    .description("Declares the systems that send signed webhooks to /v1/webhooks/<source>.")
    .exitOverride();
  addDeclaring(command, { input, use, print });
  addTrying(command, surroundings, print);
  command
    .command("list")
    .description("shows the sources, never a secret")
    .action(() => use(async (desk) => print(renderWebhookSources(await desk.list()))));
  command
    .command("revoke <source>")
    .description("ends a source, or one of its secrets; receivers follow within five seconds")
    .option("--secret <id>", "this secret alone, as `list` names it")
    .action((source: string, { secret: secretId }: { secret?: string }) =>
      use(async (desk) => print(`${await desk.revoke({ source, secretId })} secrets of ${source} ended`)),
    );
  return command;
}

function addTrying(command: Command, { settings, now }: WebhookSurroundings, print: (text: string) => void): void {
  command
    .command("try <mapping> <payload>")
    .description(
      "maps an example payload (a JSON file) by a mapping (name or file) and shows the events; stores nothing",
    )
    .option("--header <header...>", 'headers it would come with, as "x-topic: orders/create"')
    .action(async (mapping: string, payload: string, { header = [] }: { header?: readonly string[] }) => {
      const { dataDirectory } = settings;
      const { text, hasFaults } = await tryMapping({ mapping, payload, headers: header, dataDirectory, now });
      print(text);
      if (hasFaults) throw new WebhookRefused("correct the mapping, or what the sender sends");
    });
}

function addDeclaring(
  command: Command,
  { input, use, print }: { input: NodeJS.ReadableStream; use: Use; print: (text: string) => void },
): void {
  const secretFile = () =>
    new Option(
      "--secret-file <file>",
      "the secret it signs with, - reads standard input; default: one is made and shown",
    );
  command
    .command("add <source>")
    .description("declares a source with its first secret")
    .addOption(new Option("--style <style>", "how it signs").choices(WEBHOOK_STYLES).makeOptionMandatory())
    .requiredOption("--mapping <name>", "the mapping of its payloads, such as shopify-orders")
    .requiredOption("--client <id>", "the client its events belong to")
    .addOption(secretFile())
    .action(async (source: string, { secretFile: file, ...rest }: AddOptions) => {
      const secret = await readSecret(file, input);
      await use(async (desk) => print(tellSecret(source, await desk.add({ source, secret, ...rest }), secret)));
    });
  command
    .command("rotate <source>")
    .description("adds a secret; former ones stay valid until they are revoked")
    .addOption(secretFile())
    .action(async (source: string, { secretFile: file }: SecretOption) => {
      const secret = await readSecret(file, input);
      await use(async (desk) => print(tellSecret(source, await desk.rotate({ source, secret }), secret)));
    });
}

function tellSecret(source: string, made: { id: string; secret: string }, given: string | undefined): string {
  const lines = [`Send to   POST /v1/webhooks/${source} on the receiver's address`, `Id        ${made.id}`];
  if (given === undefined) lines.push(`Secret    ${made.secret}   (shown once)`);
  return lines.join("\n");
}
