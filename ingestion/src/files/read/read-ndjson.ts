import type { SourceRow } from "../../mapping/source-row.js";
import { findUndecodable } from "./find-undecodable.js";
import { splitLines } from "./split-lines.js";

/** readNdjson yields one row a line of JSON objects; a column is a path with dots. Lines that are no objects are faulty rows. */
export async function* readNdjson(
  text: AsyncIterable<string>,
  encoding?: string,
): AsyncGenerator<SourceRow, void, void> {
  let line = 0;
  for await (const content of splitLines(text)) {
    line += 1;
    if (content === undefined) yield buildFaulty("", line, "the line is longer than 10 MiB");
    else if (content.trim() !== "") yield buildObjectRow(content, line, findUndecodable([content], encoding));
  }
}

/** buildObjectRow makes a row of the text of one JSON object. */
export function buildObjectRow(text: string, line: number, fault?: string): SourceRow {
  const value = parse(text);
  if (value === undefined) return buildFaulty(text, line, "the line is not a JSON object");
  const row: SourceRow = { line, content: value, kept: { row: value }, find: buildFinder(value) };
  return fault === undefined ? row : { ...row, fault };
}

/** buildFinder finds columns of an object: by name, or by a path with dots. */
export function buildFinder(value: object): SourceRow["find"] {
  return (column) => renderLeaf(findPath(value, column));
}

function buildFaulty(text: string, line: number, fault: string): SourceRow {
  return { line, content: text, kept: { text }, fault, find: () => undefined };
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
  if (Object.hasOwn(value, path)) return Reflect.get(value, path);
  let found: unknown = value;
  for (const name of path.split(".")) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, name)) return undefined;
    found = Reflect.get(found, name);
  }
  return found;
}

function renderLeaf(value: unknown): string | undefined {
  if (typeof value === "string") return value.trim();
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
