import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DefinitionFault } from "../definition/definition-fault.js";
import { loadDefinition } from "../definition/load-definition.js";
import type { AlertRule } from "./alert-rule.js";
import type { AlertRuleKnowledge } from "./alert-rule-knowledge.js";
import { buildAlertRulesSchema } from "./build-alert-rule-schema.js";

/** Rules that come with the product. */
const RULES = fileURLToPath(new URL("../../alert-rules", import.meta.url));
const SUFFIX = ".rules.yaml";

/**
 * loadAlertRules reads every `*.rules.yaml` of the product, then those in `ownDirectory`, which need not exist; adding rules is adding a file.
 * Throws `DefinitionFault` with file, line and field, also for an id that two files have.
 */
export async function loadAlertRules(
  knowledge: AlertRuleKnowledge,
  ownDirectory?: string,
): Promise<readonly AlertRule[]> {
  const schema = buildAlertRulesSchema(knowledge);
  const files = [...(await listFiles(RULES)), ...(ownDirectory === undefined ? [] : await listFiles(ownDirectory))];
  const found = new Map<string, { readonly rule: AlertRule; readonly file: string }>();
  for (const file of files)
    for (const rule of (await loadDefinition(file, schema)).rules) {
      const known = found.get(rule.id);
      if (known !== undefined)
        throw new DefinitionFault(file, [{ line: 1, field: "id", detail: `"${rule.id}" is in ${known.file}, too` }]);
      found.set(rule.id, { rule, file });
    }
  return [...found.values()].map(({ rule }) => rule);
}

async function listFiles(directory: string): Promise<string[]> {
  try {
    const names = await readdir(directory);
    return names
      .filter((name) => name.endsWith(SUFFIX))
      .sort()
      .map((name) => join(directory, name));
  } catch (cause) {
    if (typeof cause === "object" && cause !== null && "code" in cause && cause.code === "ENOENT") return [];
    throw cause;
  }
}
