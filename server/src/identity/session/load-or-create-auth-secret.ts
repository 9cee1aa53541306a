import { randomBytes, randomUUID } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const FILE = "auth-secret";
const SECRET_BYTES = 32;

/**
 * loadOrCreateAuthSecret returns the secret that signs session cookies, kept as `auth-secret` in the data directory and
 * readable by its owner only. It is made at the first start, by exactly one of the processes that start together.
 * Throws when the file is too short to be such a secret.
 */
export function loadOrCreateAuthSecret(dataDirectory: string): string {
  mkdirSync(dataDirectory, { recursive: true });
  const file = join(dataDirectory, FILE);
  const secret = readSecret(file) ?? createSecret(file);
  if (secret.length < SECRET_BYTES)
    throw new Error(`${file} holds no secret: delete it, and everybody signs in once more.`);
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
