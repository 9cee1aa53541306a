import {
  flag,
  instant,
  integer,
  number,
  oneOf,
  optionalText,
  shape,
  text,
  version,
  type FieldCheck,
} from "./field-check.js";
import type { EventKind } from "./event-kind.js";
import type { Refusal } from "./refusal.js";

const MAX_ATTRIBUTES = 64;
/** More targets in one change is a mistake or an attack (CONTRACT 2.2). */
const MAX_TARGETS = 10_000;
const OUTCOMES = ["succeeded", "failed", "cancelled", "dead_lettered", "compensated"];

const target = shape({
  store: optionalText(128),
  channel: optionalText(128),
  partner: optionalText(128),
  system: optionalText(128),
});

const attributes: FieldCheck = (value, field) => {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return { reason: "wrong_type", field, detail: `${field} must be a flat object of strings, numbers and booleans` };
  const entries = Object.entries(value);
  if (entries.length > MAX_ATTRIBUTES)
    return {
      reason: "too_long",
      field,
      detail: `${field} has ${entries.length} entries, at most ${MAX_ATTRIBUTES} are allowed`,
    };
  for (const [name, entry] of entries) {
    const path = `${field}.${name}`;
    if (name.length > 128) return { reason: "too_long", field, detail: "attribute names have at most 128 characters" };
    if (typeof entry === "string" && entry.length > 1024)
      return { reason: "too_long", field: path, detail: `${path} has more than 1024 characters` };
    if (entry !== null && !["string", "number", "boolean"].includes(typeof entry))
      return { reason: "wrong_type", field: path, detail: `${path} must be a string, a number or a boolean` };
  }
  return undefined;
};

const targets: FieldCheck = (value, field) => {
  if (!Array.isArray(value)) return { reason: "wrong_type", field, detail: `${field} must be a list of targets` };
  if (value.length === 0)
    return { reason: "missing_field", field, detail: `${field} is empty: a change needs a target` };
  if (value.length > MAX_TARGETS)
    return {
      reason: "too_many_targets",
      field,
      detail: `${field} has ${value.length} entries, at most ${MAX_TARGETS} are allowed`,
    };
  for (const [index, entry] of value.entries()) {
    const refusal = checkTarget(entry, `${field}[${index}]`);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
};

function checkTarget(value: unknown, field: string): Refusal | undefined {
  const refusal = target(value, field);
  if (refusal !== undefined) return refusal;
  const { store, channel, partner, system } = value as Record<string, unknown>;
  if (store || channel || partner || system) return undefined;
  return { reason: "missing_field", field, detail: `${field} needs at least one of store, channel, partner, system` };
}

/** EVENT_FIELDS says what each known field of an event must look like when it is present. */
export const EVENT_FIELDS: Readonly<Record<string, FieldCheck>> = {
  id: text(128),
  time: instant,
  source: text(128),
  client: text(128),
  store: optionalText(128),
  channel: optionalText(128),
  partner: optionalText(128),
  region: optionalText(128),
  brand: optionalText(128),
  correlation: optionalText(256),
  actor: optionalText(256),
  sequence: integer(0, Number.MAX_SAFE_INTEGER),
  attributes,
  workflow: text(128),
  run: text(256),
  trace: text(64),
  runKind: oneOf(["workflow", "approval", "task"]),
  workflowVersion: version,
  startedAt: instant,
  dueAt: instant,
  effectiveAt: instant,
  outcome: oneOf(OUTCOMES),
  attempts: integer(1, 1_000_000),
  attempt: integer(1, 1_000_000),
  error: shape({ class: optionalText(256), code: optionalText(256), message: optionalText(8192) }),
  humanTouched: flag,
  evidence: optionalText(8192),
  promise: oneOf(["kept", "broken"]),
  entity: shape({ type: optionalText(128), id: optionalText(256), version }),
  money: shape({ amount: number(-1e13, 1e13), currency: text(16) }, ["amount", "currency"]),
  step: text(256),
  from: optionalText(128),
  to: optionalText(128),
  change: text(256),
  target: checkTarget,
  targets,
  appliedVersion: version,
  exception: text(256),
  class: text(256),
  message: optionalText(8192),
  compliance: number(0, 1),
  partnerImpact: number(0, 1),
  cause: optionalText(8192),
  resolution: optionalText(8192),
  measure: text(128),
  value: number(),
  expected: number(),
  tolerance: shape({ absolute: number(0), relative: number(0, 1e6) }),
  quantity: number(),
  unit: optionalText(64),
  currency: optionalText(16),
  cadenceSeconds: integer(1, 31_622_400),
  completeUntil: instant,
  reason: optionalText(1024),
  decision: text(256),
  model: text(128),
  modelVersion: version,
  action: text(256),
  confidence: number(0, 1),
  verdict: oneOf(["accepted", "overridden", "rejected"]),
};

/** REQUIRED_FIELDS lists, for each kind, what must be present besides id, kind, time, source and client. */
export const REQUIRED_FIELDS: Readonly<Record<EventKind, readonly string[]>> = {
  "run.started": ["workflow", "run"],
  "run.finished": ["workflow", "run", "outcome"],
  "run.paused": ["workflow", "run", "reason"],
  "run.resumed": ["workflow", "run", "reason"],
  "step.finished": ["workflow", "run", "step", "startedAt", "outcome"],
  "change.published": ["workflow", "change", "entity", "targets", "dueAt"],
  "change.applied": ["workflow", "change", "target", "outcome"],
  "exception.raised": ["exception", "class"],
  "exception.resolved": ["exception"],
  "measure.recorded": ["measure", "value", "unit"],
  "check.recorded": ["measure", "value", "expected"],
  "decision.made": ["decision", "model", "modelVersion", "action", "confidence"],
  "decision.reviewed": ["decision", "verdict"],
  "feed.heartbeat": [],
};
