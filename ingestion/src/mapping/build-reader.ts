import type { Condition, Expression } from "@watchfloor/dashboards";
import { buildCondition } from "./build-condition.js";
import { buildDateReader } from "./build-date-reader.js";
import { buildCountReader, buildPathReader, buildSumReader } from "./build-path-reader.js";
import type { Reader, ReaderContext } from "./reader.js";
import { readNumber } from "./read-number.js";
import { renderValue } from "./render-value.js";
import { RowFault } from "./row-fault.js";
import type { Value } from "./value.js";

/** buildReader turns an expression into a function once, so that rows do not look at the expression again. */
export function buildReader(expression: Expression, context: ReaderContext): Reader {
  if (typeof expression !== "object") return () => expression;
  if ("column" in expression) return buildColumnReader(expression, context);
  if ("path" in expression) return buildPathReader({ ...expression, isOfItem: false }, context);
  if ("item" in expression) return buildPathReader({ ...expression, path: expression.item, isOfItem: true }, context);
  if ("sum" in expression) return buildSumReader(expression.sum);
  if ("count" in expression) return buildCountReader(expression.count);
  if ("header" in expression) return buildHeaderReader(expression.header, context);
  if ("position" in expression) return buildPositionReader(expression.position.pad ?? 1);
  if ("value" in expression) return buildValueReader(expression.value);
  if ("line" in expression) return buildLineReader(expression.line.pad ?? 1);
  if ("date" in expression) return buildDateReader(expression, buildReader(expression.date, context), context);
  if ("number" in expression)
    return buildNumberReader(buildReader(expression.number, context), expression.optional === true);
  if ("lower" in expression)
    return buildTextReader(buildReader(expression.lower, context), (text) => text.toLowerCase());
  if ("upper" in expression)
    return buildTextReader(buildReader(expression.upper, context), (text) => text.toUpperCase());
  if ("concat" in expression) return buildConcatReader(expression.concat.map((part) => buildReader(part, context)));
  if ("lookup" in expression) return buildLookupReader(expression, context);
  if ("first" in expression) return buildFirstReader(expression.first.map((part) => buildReader(part, context)));
  if ("latest" in expression)
    return buildExtremeReader(
      expression.latest.map((part) => buildReader(part, context)),
      (left, right) => left > right,
    );
  if ("earliest" in expression)
    return buildExtremeReader(
      expression.earliest.map((part) => buildReader(part, context)),
      (left, right) => left < right,
    );
  return buildChoiceReader(expression, context);
}

function buildColumnReader(
  options: { column: string; row?: "this" | "next" | undefined; keepMissing?: boolean | undefined },
  { missing }: ReaderContext,
): Reader {
  const { column, row: place, keepMissing = false } = options;
  return ({ row, next }) => {
    const text = (place === "next" ? next : row)?.find(column);
    if (text === undefined || text === "") return undefined;
    return !keepMissing && missing.has(text) ? undefined : text;
  };
}

function buildValueReader(name: string): Reader {
  return ({ values }) => values.get(name);
}

function buildLineReader(pad: number): Reader {
  return ({ row }) => String(row.line).padStart(pad, "0");
}

function buildHeaderReader(name: string, { missing }: ReaderContext): Reader {
  return ({ document }) => {
    const text = document?.headers[name]?.trim();
    return text === undefined || text === "" || missing.has(text) ? undefined : text;
  };
}

function buildPositionReader(pad: number): Reader {
  return ({ document }) => (document === undefined ? undefined : String(document.position).padStart(pad, "0"));
}

function buildNumberReader(inner: Reader, isOptional: boolean): Reader {
  return (row) => {
    const value = inner(row);
    if (value === undefined || typeof value === "number") return value;
    const number = readNumber(String(value));
    if (number !== undefined) return number;
    const detail = `"${String(value).slice(0, 80)}" is not a number`;
    if (!isOptional) throw new RowFault("", detail);
    row.warnings.push(detail);
    return undefined;
  };
}

function buildTextReader(inner: Reader, change: (text: string) => string): Reader {
  return (row) => {
    const value = inner(row);
    return value === undefined ? undefined : change(renderValue(value));
  };
}

function buildConcatReader(parts: readonly Reader[]): Reader {
  return (row) => {
    let text = "";
    for (const part of parts) {
      const value = part(row);
      if (value === undefined) return undefined;
      text += renderValue(value);
    }
    return text;
  };
}

function buildLookupReader(options: Extract<Expression, { lookup: Expression }>, context: ReaderContext): Reader {
  const inner = buildReader(options.lookup, context);
  const table = new Map(Object.entries(options.table));
  const otherwise = options.otherwise === undefined ? undefined : buildReader(options.otherwise, context);
  return (row) => {
    const key = inner(row);
    const found = key === undefined ? undefined : table.get(renderValue(key));
    return found ?? otherwise?.(row);
  };
}

function buildFirstReader(parts: readonly Reader[]): Reader {
  return (row) => {
    for (const part of parts) {
      const value = part(row);
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

function buildExtremeReader(
  parts: readonly Reader[],
  isBetter: (left: Value & {}, right: Value & {}) => boolean,
): Reader {
  return (row) => {
    let best: Value;
    for (const part of parts) {
      const value = part(row);
      if (value !== undefined && (best === undefined || isBetter(value, best))) best = value;
    }
    return best;
  };
}

function buildChoiceReader(
  options: { if: Condition; then: Expression; else?: Expression | undefined },
  context: ReaderContext,
): Reader {
  const holds = buildCondition(options.if, (expression) => buildReader(expression, context));
  const then = buildReader(options.then, context);
  const otherwise = options.else === undefined ? undefined : buildReader(options.else, context);
  return (row) => (holds(row) ? then(row) : otherwise?.(row));
}
