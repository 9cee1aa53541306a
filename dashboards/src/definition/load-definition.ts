import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { DefinitionFault } from "./definition-fault.js";
import { parseDefinition } from "./parse-definition.js";

/** loadDefinition reads a YAML file into what `schema` describes. Throws `DefinitionFault` (file, line, field) otherwise. */
export async function loadDefinition<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  return parseDefinition({ file, text: await readText(file), schema });
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new DefinitionFault(file, [{ line: 1, field: "", detail: `cannot be read: ${detail}` }]);
  }
}
