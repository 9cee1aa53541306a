import { isNode, type Document, type LineCounter } from "yaml";
import type { z } from "zod";
import { DefinitionFault } from "./definition-fault.js";
import { readYaml } from "./read-yaml.js";

/** parseDefinition reads YAML text into what `schema` describes. Throws `DefinitionFault` with the line of every fault. */
export function parseDefinition<T>(options: { file: string; text: string; schema: z.ZodType<T> }): T {
  const { file, text, schema } = options;
  const { document, lines } = readYaml(file, text);
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  throw new DefinitionFault(
    file,
    parsed.error.issues.map(({ path, message }) => ({
      line: findLine({ document, lines, path }),
      field: path.join("."),
      detail: message,
    })),
  );
}

/** A missing field has no place in the text: the line of the nearest parent that has one is given. */
function findLine(options: { document: Document; lines: LineCounter; path: readonly PropertyKey[] }): number {
  const { document, lines, path } = options;
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
