import { STRUCTURED_FIELDS, type Expression, type Mapping } from "@watchfloor/dashboards";
import { EVENT_FIELDS } from "../events/event-fields.js";
import { buildCondition, type Test } from "./build-condition.js";
import { buildElementFinder } from "./build-path-reader.js";
import { buildReader } from "./build-reader.js";
import type { MappedRow } from "./mapped-row.js";
import type { Reader } from "./reader.js";
import { RowFault } from "./row-fault.js";
import type { Value } from "./value.js";

/** EventTemplate is one entry of a mapping's `events`, ready to be filled. */
export interface EventTemplate {
  /** The elements of a payload it makes an event of each; undefined = one event of the whole. */
  readonly listElements: ((document: unknown) => readonly unknown[]) | undefined;
  readonly holds: Test;
  /** fill makes the fields of an event; absent ones are left out. Throws `RowFault`. */
  readonly fill: (row: MappedRow) => Record<string, unknown>;
}

/** PreparedMapping is a mapping turned into functions once, so that rows and payloads do not look at its text again. */
export interface PreparedMapping {
  /** readValues fills the named values of a row. Throws `RowFault` that names the value. */
  readonly readValues: (row: MappedRow) => void;
  readonly templates: readonly EventTemplate[];
  /** listDirt names the checks that hold. */
  readonly listDirt: (row: MappedRow) => string[];
}

type FieldReader = (row: MappedRow) => unknown;

const STRUCTURED = new Set<string>(STRUCTURED_FIELDS);
const TEXT_PART = /^(entity|target|error|money)\./;
/** Fields, and parts of structured ones, that are not texts: what a payload gives as a number stays one. All others are texts. */
const TYPED = new Set([
  ...[
    "sequence",
    "attempts",
    "attempt",
    "humanTouched",
    "compliance",
    "partnerImpact",
    "value",
    "expected",
    "quantity",
  ],
  ...["cadenceSeconds", "confidence", "money.amount", "tolerance.absolute", "tolerance.relative"],
]);

/** prepareMapping builds the readers, conditions and templates of a mapping. */
export function prepareMapping(mapping: Mapping): PreparedMapping {
  const context = { missing: new Set(mapping.missing), timeZone: mapping.format.timeZone };
  const build = (expression: Expression) => buildReader(expression, context);
  const values = Object.entries(mapping.values).map(([name, expression]) => ({ name, read: build(expression) }));
  const checks = mapping.checks.map(({ reason, when }) => ({ reason, holds: buildCondition(when, build) }));
  return {
    readValues: (row) => readValues(row, values),
    listDirt: (row) => checks.flatMap(({ reason, holds }) => (holds(row) ? [reason] : [])),
    templates: mapping.events.map(({ forEach, when, event }) => ({
      listElements: forEach === undefined ? undefined : buildElementFinder(forEach),
      holds: when === undefined ? () => true : buildCondition(when, build),
      fill: buildTemplate(event, build),
    })),
  };
}

function readValues(row: MappedRow, values: readonly { name: string; read: Reader }[]): void {
  for (const { name, read } of values)
    row.values.set(
      name,
      locate(name, () => read(row)),
    );
}

function buildTemplate(
  event: Mapping["events"][number]["event"],
  build: (expression: Expression) => Reader,
): EventTemplate["fill"] {
  const fields = Object.entries(event).map(([name, expression]) => ({
    name,
    read: buildField(name, expression, build),
  }));
  return (row) => {
    const filled: Record<string, unknown> = {};
    for (const { name, read } of fields) {
      const value = locate(name, () => read(row));
      if (value !== undefined) filled[name] = value;
    }
    return filled;
  };
}

/** locate gives a fault the name of the value or field it was found in. */
function locate<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof RowFault && error.field === "" ? new RowFault(name, error.message) : error;
  }
}

function buildField(name: string, expression: unknown, build: (expression: Expression) => Reader): FieldReader {
  if (!STRUCTURED.has(name)) {
    const read = build(expression as Expression);
    return (row) => render(read(row), name);
  }
  const parts = Object.entries(expression as Record<string, Expression>).map(([part, inner]) => ({
    part,
    read: build(inner),
  }));
  return (row) => {
    const structure: Record<string, unknown> = {};
    for (const { part, read } of parts) {
      const value = locate(`${name}.${part}`, () => render(read(row), `${name}.${part}`));
      if (value !== undefined) structure[part] = value;
    }
    // An amount that is absent makes no money of a currency alone.
    if (name === "money" && structure["amount"] === undefined) return undefined;
    return Object.keys(structure).length === 0 ? undefined : structure;
  };
}

/** Ids are numbers in many payloads and texts in events. Fields the contract does not know keep what they are given. */
function render(value: Value, place: string): string | number | boolean | undefined {
  if (value instanceof Date) return value.toISOString();
  const isText = (Object.hasOwn(EVENT_FIELDS, place) || TEXT_PART.test(place)) && !TYPED.has(place);
  return typeof value === "number" && isText ? String(value) : value;
}
