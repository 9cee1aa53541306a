const PLACEHOLDER = /\{(\w+):([^{}]+)\}/g;
/** Characters that mean nothing to a parser inside quotes; of any other the bytes are written as hexadecimal digits. */
const HARMLESS = /^[A-Za-z0-9 _.,:;/@|=+-]*$/;
const HARMFUL = /[^A-Za-z0-9 _.,:;/@|=+-]+/g;

/**
 * renderLiterals replaces each `{name:Type}` of a statement by a literal of that type. No text can end its literal: a
 * character that is not harmless is written as `\xHH` for each of its bytes. Returns undefined when the statement would grow beyond `maxLength`.
 * Throws when a parameter is missing or no literal can be made of it.
 */
export function renderLiterals(
  sql: string,
  params: Readonly<Record<string, unknown>>,
  maxLength: number,
): string | undefined {
  let length = sql.length;
  const parts: string[] = [];
  let end = 0;
  for (const found of sql.matchAll(PLACEHOLDER)) {
    const [placeholder, name = "", type = ""] = found;
    if (!(name in params)) throw new Error(`the statement names {${name}:${type}}, which has no value`);
    const literal = type === "String" ? renderValue(params[name]) : renderCast(renderValue(params[name]), type);
    length += literal.length;
    if (length > maxLength) return undefined;
    parts.push(sql.slice(end, found.index), literal);
    end = found.index + placeholder.length;
  }
  return parts.join("") + sql.slice(end);
}

function renderCast(literal: string, type: string): string {
  return `CAST(${literal}, '${type.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}')`;
}

function renderValue(value: unknown): string {
  if (typeof value === "string") return renderText(value);
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "boolean") return value ? "1" : "0";
  if (Array.isArray(value)) return `[${value.map(renderValue).join(",")}]`;
  throw new Error(`a parameter is of a kind that has no literal: ${typeof value}`);
}

/** A list of plain literals is one node for the parser, however long; of calls (`unhex('...')`) it refuses more than some 12,000. */
function renderText(text: string): string {
  return HARMLESS.test(text) ? `'${text}'` : `'${text.replace(HARMFUL, renderBytes)}'`;
}

function renderBytes(text: string): string {
  return Buffer.from(text).toString("hex").replace(/../g, "\\x$&");
}
