import type { Settings } from "../settings/read-settings.js";
import { loadOrCreateSecret } from "./load-or-create-secret.js";
import { openSecretBox, type SecretBox } from "./secret-box.js";

/**
 * chooseSecretBox opens the box of WATCHFLOOR_SECRET_KEY, else, for embedded engines, of `secret-key` in the data directory.
 * undefined with served engines and no setting: each process would make a key of its own and none could read the others'.
 */
export function chooseSecretBox(
  settings: Pick<Settings, "secretKey" | "databaseUrl" | "dataDirectory">,
): SecretBox | undefined {
  const { secretKey, databaseUrl, dataDirectory } = settings;
  if (secretKey !== undefined) return openSecretBox(secretKey);
  if (databaseUrl !== undefined) return undefined;
  const whenDeleted = "give every webhook source a new secret";
  return openSecretBox(loadOrCreateSecret({ dataDirectory, name: "secret-key", whenDeleted }));
}
