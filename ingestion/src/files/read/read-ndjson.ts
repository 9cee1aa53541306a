import type { SourceRow } from "../../mapping/source-row.js";

/** readNdjson yields one row a line of JSON objects; a column is a path with dots. Lines that are no objects are faulty rows. */
export async function* readNdjson(text: AsyncIterable<string>): AsyncGenerator<SourceRow, void, void> {
  let line = 0;
  for await (const content of splitLines(text)) {
    line += 1;
    if (content.trim() !== "") yield buildRow(content, line);
  }
}

function buildRow(content: string, line: number): SourceRow {
  const value = parse(content);
  if (value === undefined) return { line, content, fault: "the line is not a JSON object", find: () => undefined };
  return { line, content: value, find: (column) => renderLeaf(findPath(value, column)) };
}

function parse(content: string): object | undefined {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function findPath(value: object, path: string): unknown {
  let found: unknown = value;
  for (const name of path.split(".")) {
    if (typeof found !== "object" || found === null) return undefined;
    found = Object.entries(found).find(([key]) => key === name)?.[1];
  }
  return found;
}

function renderLeaf(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

async function* splitLines(text: AsyncIterable<string>): AsyncGenerator<string, void, void> {
  let rest = "";
  for await (const piece of text) {
    const lines = (rest + piece).split(/\r\n|\n|\r(?=[^\n])/);
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}
