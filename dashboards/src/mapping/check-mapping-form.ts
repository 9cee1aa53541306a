import type { z } from "zod";

const FILE_ONLY: ReadonlySet<string> = new Set(["column", "line", "lastOfGroup", "groupBy"]);
const PAYLOAD_ONLY: ReadonlySet<string> = new Set(["item", "position", "header", "forEach"]);
const DOCUMENT_ONLY: ReadonlySet<string> = new Set(["path", "sum", "count"]);
const ELEMENT_ONLY: ReadonlySet<string> = new Set(["item", "position"]);

/** CheckedForm is the part of a mapping that says which values it may name. */
interface CheckedForm {
  readonly format: { readonly kind?: string | undefined };
  readonly client?: string | undefined;
  readonly source?: string | undefined;
  readonly groupBy?: string | undefined;
  readonly values: object;
  readonly checks: readonly object[];
  readonly events: readonly {
    readonly forEach?: string | undefined;
    readonly when?: object | undefined;
    readonly event: object;
  }[];
}

/** checkMappingForm refuses values that the mapping's format does not have: a payload has no columns, a file no headers. */
export function checkMappingForm(mapping: CheckedForm, context: z.RefinementCtx): void {
  const { format, values, checks, events, groupBy } = mapping;
  const refuse = (path: readonly PropertyKey[], message: string) =>
    context.addIssue({ code: "custom", path: [...path], message });
  const isPayload = format.kind === "payload";
  if (!isPayload)
    for (const name of ["client", "source"] as const)
      if (mapping[name] === undefined) refuse([], `${name} is required: whose events these are`);
  if (isPayload && groupBy !== undefined) refuse(["groupBy"], "groupBy is for files: payloads come one by one");
  const hasElements = events.some(({ forEach }) => forEach !== undefined);
  const parts: [readonly PropertyKey[], unknown, boolean][] = [
    [["values"], values, hasElements],
    [["checks"], checks, hasElements],
    ...events.map((entry, index): [PropertyKey[], unknown, boolean] => [
      ["events", index],
      entry,
      entry.forEach !== undefined,
    ]),
  ];
  for (const [start, part, mayNameElements] of parts)
    for (const { path, name } of listNames(part, start)) {
      if (isPayload && FILE_ONLY.has(name)) refuse(path, `${name} is for files: use path, item or header`);
      if (!isPayload && PAYLOAD_ONLY.has(name)) refuse(path, `${name} is for payloads: say format: { kind: payload }`);
      if (!isPayload && format.kind !== "ndjson" && DOCUMENT_ONLY.has(name))
        refuse(path, `${name} is for payloads and NDJSON: say format: { kind: payload } or { kind: ndjson }`);
      if (isPayload && !mayNameElements && ELEMENT_ONLY.has(name))
        refuse(path, `${name} needs a forEach that says which elements are meant`);
    }
}

interface FoundName {
  readonly path: readonly PropertyKey[];
  readonly name: string;
}

/** TRICKY: a field of an event may be called like a function (`sum`), so only the first name of an object that is no field counts. */
function* listNames(value: unknown, path: readonly PropertyKey[]): Generator<FoundName, void, void> {
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (!isFieldPlace(path)) yield { path, name };
    // The words of a table are the mapping's own.
    if (name !== "table") yield* listNames(inner, [...path, Array.isArray(value) ? Number(name) : name]);
  }
}

const STRUCTURES: ReadonlySet<PropertyKey> = new Set(["entity", "money", "error", "target", "tolerance", "attributes"]);

/** isFieldPlace tells an object whose names the author chooses (named values, fields of an event) from an expression. */
function isFieldPlace(path: readonly PropertyKey[]): boolean {
  if (path.length === 1) return path[0] === "values" || path[0] === "checks";
  if (path[0] !== "events") return false;
  const isEvent = path.length === 3 && path[2] === "event";
  return isEvent || (path.length === 4 && path[2] === "event" && STRUCTURES.has(path[3] ?? ""));
}
