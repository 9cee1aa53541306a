import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** ROOT is the directory of the checkout, wherever the command was started from. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
