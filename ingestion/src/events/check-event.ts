import { EVENT_FIELDS, REQUIRED_FIELDS } from "./event-fields.js";
import { EVENT_KINDS, type EventKind } from "./event-kind.js";
import type { EventDocument } from "./event-document.js";
import type { Refusal } from "./refusal.js";
import { UnmappedEvent } from "./unmapped-event.js";

const COMMON_REQUIRED = ["id", "time", "source", "client"] as const;
const KINDS = new Set<string>(EVENT_KINDS);

/** CheckedEvent is either the event, now known to be well formed, or why it is refused. */
export type CheckedEvent = { readonly event: EventDocument } | { readonly refusal: Refusal };

/** checkEvent decides whether one parsed JSON value is an event of CONTRACT 2.1. Unknown fields pass. */
export function checkEvent(value: unknown): CheckedEvent {
  if (value instanceof UnmappedEvent) return { refusal: value.refusal };
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { refusal: { reason: "malformed", field: "", detail: "an event must be a JSON object" } };
  const fields = value as Readonly<Record<string, unknown>>;
  const refusal = checkKind(fields["kind"]) ?? checkRequired(fields) ?? checkPresent(fields);
  return refusal === undefined ? { event: value as EventDocument } : { refusal };
}

function checkKind(kind: unknown): Refusal | undefined {
  if (kind === undefined || kind === null || kind === "")
    return { reason: "missing_field", field: "kind", detail: `kind is required: one of ${EVENT_KINDS.join(", ")}` };
  if (typeof kind !== "string") return { reason: "wrong_type", field: "kind", detail: "kind must be a string" };
  if (!KINDS.has(kind))
    return {
      reason: "unknown_kind",
      field: "kind",
      detail: `kind "${kind.slice(0, 80)}" is unknown: use one of ${EVENT_KINDS.join(", ")}`,
    };
  return undefined;
}

function checkRequired(fields: Readonly<Record<string, unknown>>): Refusal | undefined {
  for (const name of COMMON_REQUIRED) if (isAbsent(fields[name])) return missing(name);
  for (const name of REQUIRED_FIELDS[fields["kind"] as EventKind])
    if (isAbsent(fields[name]) && !(name === "workflow" && isStepOfTrace(fields))) return missing(name);
  return undefined;
}

/** A step whose run is its trace belongs to the run of that trace, whatever the workflow of that is called (decision 0011). */
function isStepOfTrace({ kind, run, trace }: Readonly<Record<string, unknown>>): boolean {
  return kind === "step.finished" && !isAbsent(trace) && trace === run;
}

function checkPresent(fields: Readonly<Record<string, unknown>>): Refusal | undefined {
  for (const name in fields) {
    const check = EVENT_FIELDS[name];
    const found = fields[name];
    if (check === undefined || found === null || found === undefined) continue;
    const refusal = check(found, name);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function missing(field: string): Refusal {
  return { reason: "missing_field", field, detail: `${field} is required` };
}
