import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { WebhookRefused } from "./webhook-refused.js";

/**
 * readSecret reads a secret from a file or, for `-`, from standard input; undefined when none is named. Never from an argument:
 * everybody on the machine can read the arguments of a process.
 */
export async function readSecret(file: string | undefined, input: NodeJS.ReadableStream): Promise<string | undefined> {
  if (file === undefined) return undefined;
  const secret = (file === "-" ? await text(input) : await readSecretFile(file)).trim();
  if (secret === "") throw new WebhookRefused(`${file === "-" ? "standard input" : file} holds no secret`);
  return secret;
}

async function readSecretFile(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new WebhookRefused(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}
