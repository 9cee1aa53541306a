import { chooseEffectiveParts } from "./choose-effective-parts.js";
import { comparePosition, type FoldPart } from "./fold-part.js";
import { isOlderVersion } from "./is-older-version.js";
import { foldPauses } from "./fold-pauses.js";
import { mergeTexts } from "./merge-texts.js";
import type { RunField, RunFinish, RunPartBody } from "./run-part-body.js";
import type { RunRow } from "./run-row.js";

type RunPart = FoldPart<RunPartBody>;

/**
 * foldRun computes a run from the set of its parts (CONTRACT 2.2): start = earliest start; the finish with the greatest
 * (time, id) gives end, outcome, error and promise; attempts = highest; every other field is the newest non-empty value;
 * a superseding publication ends a run that was still open as cancelled; an older applied version leaves it open.
 */
export function foldRun(parts: Iterable<RunPart>): RunRow {
  const ordered = chooseEffectiveParts(parts);
  const fields: Partial<Record<RunField, string>> = {};
  const attributes: Record<string, string> = {};
  let dueAtMs: number | undefined;
  let money: RunPartBody["money"];
  let attempts = 1;
  for (const { body } of ordered) {
    mergeTexts(fields, body.fields);
    mergeTexts(attributes, body.attributes);
    if (body.dueAtMs !== undefined) dueAtMs = body.dueAtMs;
    if (body.money !== undefined) money = body.money;
    if (body.attempts !== undefined && body.attempts > attempts) attempts = body.attempts;
  }
  const start = findStart(ordered);
  const end = foldEnd(ordered, start, fields.entityVersion);
  return {
    startedAtMs: start?.body.startedAtMs,
    dueAtMs,
    attempts,
    money: money?.amount ?? "0",
    currency: money?.currency ?? "",
    fields,
    attributes,
    pauses: foldPauses(ordered, end.finishedAtMs),
    firstHeardMs: ordered[0]?.timeMs ?? 0,
    ...end,
  };
}

type RunEnd = Pick<
  RunRow,
  | "finishedAtMs"
  | "outcome"
  | "promise"
  | "isSuperseded"
  | "mismatchedAtMs"
  | "errorClass"
  | "errorCode"
  | "errorMessage"
>;

const OPEN: RunEnd = {
  finishedAtMs: undefined,
  outcome: "",
  promise: "",
  isSuperseded: false,
  mismatchedAtMs: undefined,
  errorClass: "",
  errorCode: "",
  errorMessage: "",
};

function foldEnd(ordered: readonly RunPart[], start: RunPart | undefined, expectedVersion: string | undefined): RunEnd {
  let finish: RunPart | undefined;
  let mismatchedAtMs: number | undefined;
  const superseded = ordered.find(
    (part) => part.body.isSuperseded && (start === undefined || comparePosition(part, start) > 0),
  );
  for (const part of ordered) {
    if (part.body.finish === undefined) continue;
    if (isMismatch(part.body.finish, expectedVersion)) mismatchedAtMs = part.timeMs;
    else if (superseded === undefined || part.timeMs <= superseded.timeMs) finish = part;
  }
  if (finish?.body.finish !== undefined) return buildEnd(finish.timeMs, finish.body.finish, mismatchedAtMs);
  if (superseded === undefined) return { ...OPEN, mismatchedAtMs };
  return { ...OPEN, finishedAtMs: superseded.timeMs, outcome: "cancelled", isSuperseded: true, mismatchedAtMs };
}

function buildEnd(finishedAtMs: number, finish: RunFinish, mismatchedAtMs: number | undefined): RunEnd {
  return {
    finishedAtMs,
    outcome: finish.outcome,
    promise: finish.promise ?? "",
    isSuperseded: false,
    mismatchedAtMs,
    errorClass: finish.errorClass ?? "",
    errorCode: finish.errorCode ?? "",
    errorMessage: finish.errorMessage ?? "",
  };
}

function isMismatch(finish: RunFinish, expectedVersion: string | undefined): boolean {
  if (finish.appliedVersion === undefined || expectedVersion === undefined) return false;
  return isOlderVersion(finish.appliedVersion, expectedVersion);
}

function findStart(ordered: readonly RunPart[]): RunPart | undefined {
  let start: RunPart | undefined;
  for (const part of ordered) {
    const at = part.body.startedAtMs;
    if (at !== undefined && (start?.body.startedAtMs === undefined || at < start.body.startedAtMs)) start = part;
  }
  return start;
}
