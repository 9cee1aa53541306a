import { randomBytes, randomUUID } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const SECRET_BYTES = 32;

/** SecretFile is a secret of the installation, kept as a file of the data directory; `whenDeleted` tells people what a new one costs. */
export interface SecretFile {
  readonly dataDirectory: string;
  readonly name: string;
  readonly whenDeleted: string;
}

/**
 * loadOrCreateSecret returns a secret of the installation, kept in the data directory and readable by its owner only. It is made
 * when it is first needed, by exactly one of the processes that ask together. Throws when the file is too short to be a secret.
 */
export function loadOrCreateSecret({ dataDirectory, name, whenDeleted }: SecretFile): string {
  mkdirSync(dataDirectory, { recursive: true });
  const file = join(dataDirectory, name);
  const secret = readSecret(file) ?? createSecret(file);
  if (secret.length < SECRET_BYTES) throw new Error(`${file} holds no secret: delete it, and ${whenDeleted}.`);
  chmodSync(file, 0o600);
  return secret;
}

function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** A link appears whole or not at all, so a process that is killed meanwhile never leaves half a secret. */
function createSecret(file: string): string {
  const draft = `${file}.${randomUUID()}`;
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  writeFileSync(draft, `${secret}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
    return secret;
  } catch (error) {
    if (isCode(error, "EEXIST")) return readFileSync(file, "utf8").trim();
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === code;
}
