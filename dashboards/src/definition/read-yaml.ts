import { LineCounter, parseDocument, type Document } from "yaml";
import { DefinitionFault } from "./definition-fault.js";

/** ReadYaml is a text as YAML reads it, with the lines of what stands in it. */
export interface ReadYaml {
  readonly document: Document;
  readonly lines: LineCounter;
}

/** readYaml reads a text whatever it says. Throws `DefinitionFault` with lines where it is no YAML. */
export function readYaml(file: string, text: string): ReadYaml {
  const lines = new LineCounter();
  const document: Document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length === 0) return { document, lines };
  throw new DefinitionFault(
    file,
    document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      field: "",
      detail: firstLine(error.message),
    })),
  );
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? message;
}
