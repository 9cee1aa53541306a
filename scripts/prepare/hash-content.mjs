import { createHash } from "node:crypto";

/** hashContent returns a short fingerprint of texts or buffers, in order. */
export function hashContent(...parts) {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex").slice(0, 32);
}
