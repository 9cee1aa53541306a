import { createHash } from "node:crypto";

/** hashApiKey returns the SHA-256 (hex) under which a key is stored; a key is 192 random bits, so no slow hash is needed. */
export function hashApiKey(secret: string): string {
  return createHash("sha256").update(secret, "utf8").digest("hex");
}
