import { chooseEffectiveParts } from "./choose-effective-parts.js";
import { comparePosition, type FoldPart } from "./fold-part.js";
import { isOlderVersion } from "./is-older-version.js";
import { foldPauses } from "./fold-pauses.js";
import { mergeTexts } from "./merge-texts.js";
import { foldExpectation } from "./fold-expectation.js";
import type { RunField, RunFinish, RunPartBody } from "./run-part-body.js";
import type { ExpectationFold, RunRow } from "./run-row.js";

type RunPart = FoldPart<RunPartBody>;

/**
 * foldRun computes a run from the set of its parts (CONTRACT 2.2): start = earliest start; the finish with the greatest
 * (time, id) gives end, outcome, error and promise; attempts = highest; every other field is the newest non-empty value;
 * a superseding publication ends a run that was still open as cancelled; an older applied version leaves it open.
 */
export function foldRun(parts: Iterable<RunPart>): RunRow {
  const ordered = chooseEffectiveParts(parts);
  const expectation = foldExpectation(ordered);
  const fields: Partial<Record<RunField, string>> = {};
  const attributes: Record<string, string> = {};
  let dueAtMs: number | undefined;
  let money: RunPartBody["money"];
  let attempts = 1;
  for (const { body } of expectation === undefined ? ordered : putAnswersFirst(ordered)) {
    mergeTexts(fields, body.fields);
    mergeTexts(attributes, body.attributes);
    if (body.dueAtMs !== undefined) dueAtMs = body.dueAtMs;
    if (body.money !== undefined) money = body.money;
    if (body.attempts !== undefined && body.attempts > attempts) attempts = body.attempts;
  }
  const start = findStart(ordered);
  const end = foldObligationEnd(expectation, foldEnd(ordered, start, fields.entityVersion));
  return {
    startedAtMs: start?.body.startedAtMs,
    dueAtMs: expectation === undefined ? dueAtMs : expectation.dueAtMs,
    attempts,
    money: money?.amount ?? "0",
    currency: money?.currency ?? "",
    fields,
    attributes,
    pauses: foldPauses(ordered, end.finishedAtMs),
    firstHeardMs: ordered[0]?.timeMs ?? 0,
    expectation,
    isIgnored: ordered.some(({ body }) => body.isIgnored === true),
    ...end,
  };
}

/** What is expected says where and of what an obligation is; an answer only fills what that leaves open. */
function putAnswersFirst(ordered: readonly RunPart[]): RunPart[] {
  return [
    ...ordered.filter(({ body }) => body.answers !== undefined),
    ...ordered.filter(({ body }) => body.answers === undefined),
  ];
}

/** An obligation ends when it is met or when nothing is expected any more, whichever was first. */
function foldObligationEnd(expectation: ExpectationFold | undefined, end: RunEnd): RunEnd {
  const metAtMs = expectation?.metAtMs;
  if (metAtMs === undefined || (end.finishedAtMs !== undefined && end.finishedAtMs <= metAtMs)) return end;
  return { ...OPEN, finishedAtMs: metAtMs, outcome: "succeeded" };
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

const SUPERSEDED = { outcome: "cancelled", isSuperseded: true } as const;

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
  const outdated = ordered.find(({ body }) => body.isOutdated === true || body.isIgnored === true);
  if (outdated !== undefined) return { ...OPEN, ...SUPERSEDED, finishedAtMs: outdated.timeMs, mismatchedAtMs };
  if (finish?.body.finish !== undefined) return buildEnd(finish.timeMs, finish.body.finish, mismatchedAtMs);
  if (superseded === undefined) return { ...OPEN, mismatchedAtMs };
  return { ...OPEN, ...SUPERSEDED, finishedAtMs: superseded.timeMs, mismatchedAtMs };
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
