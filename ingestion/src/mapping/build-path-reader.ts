import { compilePath, type Path } from "@watchfloor/dashboards";
import { addDecimals } from "./add-decimals.js";
import type { FoundValue } from "./mapped-row.js";
import type { Reader, ReaderContext } from "./reader.js";
import { readNumber } from "./read-number.js";
import { RowFault } from "./row-fault.js";
import type { Value } from "./value.js";

/** buildPathReader reads one text, number or truth value by a path expression, in the document or in the element `forEach` is at. */
export function buildPathReader(
  options: { path: string; isOfItem: boolean; keepMissing?: boolean | undefined },
  { missing }: ReaderContext,
): Reader {
  const { path, isOfItem, keepMissing = false } = options;
  const find = compilePath(path);
  const read = (document: unknown): Value => {
    const value = readLeaf(search(find, document, path), path);
    if (typeof value !== "string") return value;
    const text = value.trim();
    return text === "" || (!keepMissing && missing.has(text)) ? undefined : text;
  };
  return isOfItem ? ({ document }) => read(document?.item) : buildDocumentReader(read);
}

/** buildSumReader adds the numbers a path names, exactly. */
export function buildSumReader(path: string): Reader {
  const find = compilePath(path);
  return buildDocumentReader((document) => {
    const texts = listValues(search(find, document, path)).map((value) => {
      const text = typeof value === "number" || typeof value === "string" ? String(value).trim() : "";
      if (readNumber(text) === undefined)
        throw new RowFault("", `${path} names ${describe(value)}, which is not a number`);
      return text;
    });
    return texts.length === 0 ? undefined : addDecimals(texts);
  });
}

/** buildCountReader counts the values a path names; null is none. */
export function buildCountReader(path: string): Reader {
  const find = compilePath(path);
  return buildDocumentReader((document) => listValues(search(find, document, path)).length);
}

/** buildElementFinder lists the elements a `forEach` names in a document. */
export function buildElementFinder(path: string): (document: unknown) => readonly unknown[] {
  const find = compilePath(path);
  return (document) => listValues(search(find, document, path));
}

/**
 * TRICKY: what was read of the document is remembered, a fault too, or a payload of n elements would be searched n times from
 * its root: 10,000 elements took 158 s.
 */
function buildDocumentReader(read: (document: unknown) => Value): Reader {
  return ({ document: place }) => {
    if (place === undefined) return undefined;
    const { document, found } = place;
    let known = found.get(read);
    if (known === undefined) {
      known = attempt(() => read(document));
      found.set(read, known);
    }
    if (known instanceof RowFault) throw known;
    return known.value;
  };
}

function attempt(read: () => Value): FoundValue {
  try {
    return { value: read() };
  } catch (cause) {
    if (cause instanceof RowFault) return cause;
    throw cause;
  }
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
