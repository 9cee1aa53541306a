import { STRUCTURED_FIELDS, type Expression, type Mapping } from "@watchfloor/dashboards";
import { checkEvent } from "../../events/check-event.js";
import type { EventDocument } from "../../events/event-document.js";
import type { Refusal } from "../../events/refusal.js";
import type { SourceRow } from "../read/source-row.js";
import { buildCondition } from "./build-condition.js";
import { buildReader } from "./build-reader.js";
import type { MappedRow } from "./mapped-row.js";
import type { Reader } from "./reader.js";
import { RowFault } from "./row-fault.js";
import type { Value } from "./value.js";

/** RowVerdict is what becomes of a row: events with the reasons it is dirty for, or why it is refused. */
export type RowVerdict =
  { readonly events: readonly EventDocument[]; readonly warnings: readonly string[] } | { readonly refusal: Refusal };

/** RowMapper maps one row; `next` is the row that follows it in its group. */
export type RowMapper = (row: SourceRow, next: SourceRow | undefined) => RowVerdict;

type FieldReader = (row: MappedRow) => unknown;

const STRUCTURED = new Set<string>(STRUCTURED_FIELDS);

/** buildRowMapper prepares a mapping; `client` replaces the mapping's own. */
export function buildRowMapper(mapping: Mapping, client: string = mapping.client): RowMapper {
  const context = { missing: new Set(mapping.missing), timeZone: mapping.format.timeZone };
  const build = (expression: Expression) => buildReader(expression, context);
  const values = Object.entries(mapping.values).map(([name, expression]) => ({ name, read: build(expression) }));
  const checks = mapping.checks.map(({ reason, when }) => ({ reason, holds: buildCondition(when, build) }));
  const templates = mapping.events.map(({ when, event }) => ({
    holds: when === undefined ? undefined : buildCondition(when, build),
    fields: Object.entries(event).map(([name, expression]) => ({ name, read: buildField(name, expression, build) })),
  }));
  const fixed = { source: mapping.source, client };
  return (row, next) => {
    if (row.fault !== undefined) return refuse("", row.fault);
    const mapped: MappedRow = { row, next, values: new Map(), warnings: [] };
    try {
      readValues(mapped, values);
      const events = templates.flatMap(({ holds, fields }) =>
        holds?.(mapped) === false ? [] : [buildEvent(mapped, fields, fixed)],
      );
      for (const event of events) {
        const checked = checkEvent(event);
        if ("refusal" in checked) return { refusal: checked.refusal };
      }
      const dirty = checks.flatMap(({ reason, holds }) => (holds(mapped) ? [reason] : []));
      return {
        events: events as readonly unknown[] as readonly EventDocument[],
        warnings: [...dirty, ...mapped.warnings],
      };
    } catch (error) {
      if (error instanceof RowFault) return refuse(error.field, error.message);
      throw error;
    }
  };
}

function refuse(field: string, detail: string): RowVerdict {
  return { refusal: { reason: "mapping_failed", field, detail } };
}

function readValues(row: MappedRow, values: readonly { name: string; read: Reader }[]): void {
  for (const { name, read } of values) {
    try {
      row.values.set(name, read(row));
    } catch (error) {
      throw error instanceof RowFault ? new RowFault(name, error.message) : error;
    }
  }
}

/** Absent fields are left out; `sequence` is the line number unless the mapping says otherwise. */
function buildEvent(
  row: MappedRow,
  fields: readonly { name: string; read: FieldReader }[],
  fixed: { source: string; client: string },
): Record<string, unknown> {
  const event: Record<string, unknown> = { ...fixed, sequence: row.row.line };
  for (const { name, read } of fields) {
    const value = read(row);
    if (value !== undefined) event[name] = value;
  }
  return event;
}

function buildField(name: string, expression: unknown, build: (expression: Expression) => Reader): FieldReader {
  if (!STRUCTURED.has(name)) {
    const read = build(expression as Expression);
    return (row) => render(read(row));
  }
  const parts = Object.entries(expression as Record<string, Expression>).map(([part, inner]) => ({
    part,
    read: build(inner),
  }));
  return (row) => {
    const structure: Record<string, unknown> = {};
    for (const { part, read } of parts) {
      const value = render(read(row));
      if (value !== undefined) structure[part] = value;
    }
    // An amount that is absent makes no money of a currency alone.
    if (name === "money" && structure["amount"] === undefined) return undefined;
    return Object.keys(structure).length === 0 ? undefined : structure;
  };
}

function render(value: Value): string | number | boolean | undefined {
  return value instanceof Date ? value.toISOString() : value;
}
