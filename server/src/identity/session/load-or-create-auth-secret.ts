import { loadOrCreateSecret } from "@watchfloor/sql";

/**
 * loadOrCreateAuthSecret returns the secret that signs session cookies, kept as `auth-secret` in the data directory and
 * readable by its owner only. Throws when the file is too short to be such a secret.
 */
export function loadOrCreateAuthSecret(dataDirectory: string): string {
  return loadOrCreateSecret({ dataDirectory, name: "auth-secret", whenDeleted: "everybody signs in once more" });
}
