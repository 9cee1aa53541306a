import { compilePath, type Path } from "@watchfloor/dashboards";
import { addDecimals } from "./add-decimals.js";
import type { MappedDocument, MappedRow } from "./mapped-row.js";
import type { Reader, ReaderContext } from "./reader.js";
import { readNumber } from "./read-number.js";
import { RowFault } from "./row-fault.js";
import type { Value } from "./value.js";

/** Finder gives what a path names for a row, whatever it is. */
type Finder = (row: MappedRow) => unknown;

/** buildPathReader reads one text, number or truth value by a path expression, in the document or in the element `forEach` is at. */
export function buildPathReader(
  options: { path: string; isOfItem: boolean; keepMissing?: boolean | undefined },
  { missing }: ReaderContext,
): Reader {
  const { path, isOfItem, keepMissing = false } = options;
  const find = buildFinder(path, isOfItem);
  return (row) => {
    const value = readLeaf(find(row), path);
    if (typeof value !== "string") return value;
    const text = value.trim();
    return text === "" || (!keepMissing && missing.has(text)) ? undefined : text;
  };
}

/** buildSumReader adds the numbers a path names, exactly. */
export function buildSumReader(path: string): Reader {
  const find = buildFinder(path, false);
  return (row) => {
    const texts = listValues(find(row)).map((value) => {
      const text = typeof value === "number" || typeof value === "string" ? String(value).trim() : "";
      if (readNumber(text) === undefined)
        throw new RowFault("", `${path} names ${describe(value)}, which is not a number`);
      return text;
    });
    return texts.length === 0 ? undefined : addDecimals(texts);
  };
}

/** buildCountReader counts the values a path names; null is none. */
export function buildCountReader(path: string): Reader {
  const find = buildFinder(path, false);
  return (row) => listValues(find(row)).length;
}

/** buildElementFinder lists the elements a `forEach` names in a document. */
export function buildElementFinder(path: string): (document: unknown) => readonly unknown[] {
  const find = compilePath(path);
  return (document) => listValues(search(find, document, path));
}

/** TRICKY: what is found in the document is remembered, or a payload of n elements would be searched n times from its root. */
function buildFinder(path: string, isOfItem: boolean): Finder {
  const find = compilePath(path);
  if (isOfItem) return ({ document }) => search(find, document?.item, path);
  return ({ document }) => (document === undefined ? undefined : findOnce(find, document, path));
}

function findOnce(find: Path, { document, found }: MappedDocument, path: string): unknown {
  if (!found.has(find)) found.set(find, search(find, document, path));
  return found.get(find);
}

function search(find: Path, document: unknown, path: string): unknown {
  try {
    return find(document);
  } catch (cause) {
    if (cause instanceof RangeError) throw new RowFault("", `${path} cannot be read: the payload is nested too deeply`);
    throw cause;
  }
}

function listValues(found: unknown): readonly unknown[] {
  if (found === null || found === undefined) return [];
  return Array.isArray(found) ? (found as unknown[]).filter((value) => value !== null) : [found];
}

function readLeaf(found: unknown, path: string): Value {
  const values = listValues(found);
  if (values.length > 1)
    throw new RowFault("", `${path} names ${values.length} values where one is needed: choose one, such as ${path}[0]`);
  const [value] = values;
  if (value === undefined || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return value;
  throw new RowFault("", `${path} names ${describe(value)} where a text, number or truth value is needed`);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `"${String(value).slice(0, 80)}"`;
}
