import { decideRunState } from "./decide-run-state.js";
import { readOutcome, readRunKind } from "./read-run-words.js";
import type { RunRow } from "./run-row.js";
import type { PromiseRules } from "../sla/promises/promise-rules.js";
import type { RunExpectationView, RunSlaView, RunView } from "./run-view.js";

/** buildRunView turns a stored row into what people see now. */
export function buildRunView(row: RunRow, now: Date, rules: PromiseRules | undefined): RunView {
  const sla = readSla(row, rules);
  const times = {
    startedAtMs: row.startedAtMs ?? undefined,
    dueAtMs: (sla === null ? row.dueAtMs : row.slaDueMs) ?? undefined,
    riskAtMs: sla === null ? undefined : (row.slaRiskMs ?? Infinity),
    finishedAtMs: row.finishedAtMs ?? undefined,
  };
  return {
    id: row.run,
    client: row.client,
    workflow: row.workflow,
    day: row.dayText,
    kind: readRunKind(row.kind),
    state: decideRunState(times, now),
    startedAt: readInstant(row.startedAtMs),
    dueAt: readInstant(row.dueAtMs),
    finishedAt: readInstant(row.finishedAtMs),
    outcome: readOutcome(row.outcome),
    attempts: row.attempts,
    ...readPlace(row),
    money: row.currency === "" ? null : { amount: Number(row.amount), currency: row.currency },
    ...readEnd(row),
    mismatchedAt: readInstant(row.mismatchedAtMs),
    attributes: Object.entries(row.attributeMap).map(([name, value]) => ({ name, value })),
    pauses: row.pauseList.map(([from, to, reason]) => ({ from: new Date(from), to: readInstant(to), reason })),
    expectation: readExpectation(row),
    sla,
    latenessSeconds: measureLateness(row, now),
    durationSeconds:
      row.startedAtMs === null || row.finishedAtMs === null ? null : (row.finishedAtMs - row.startedAtMs) / 1000,
    source: row.source,
  };
}

/** The promise of a run under a policy; null without one. While its clock is not stored yet, nothing is said about it. */
function readSla(row: RunRow, rules: PromiseRules | undefined): RunSlaView | null {
  const policy = rules?.policies[row.slaPolicy - 1];
  if (policy === undefined || row.slaIsKnown === 0) return null;
  const { id, version, title, tier, target, calendar } = policy;
  return {
    ...{ policy: id, policyVersion: version, title, tier, target, calendar: readText(calendar) },
    limitSeconds: row.slaLimitMs / 1000,
    clockSeconds: row.slaClockMs / 1000,
    dueAt: readInstant(row.slaDueMs),
    atRiskAt: readInstant(row.slaRiskMs === null ? null : row.slaRiskMs + 1),
  };
}

function readPlace(row: RunRow) {
  const hasEntity = row.entityType !== "" || row.entityId !== "";
  return {
    store: readText(row.store),
    channel: readText(row.channel),
    partner: readText(row.partner),
    workflowVersion: readText(row.workflowVersion),
    correlation: readText(row.correlation),
    entity: hasEntity ? { type: row.entityType, id: row.entityId, version: readText(row.entityVersion) } : null,
    change: readText(row.change),
    target: readText(row.target),
  };
}

function readExpectation({ expectedAnswers, answers, answeredAmount, currency }: RunRow): RunExpectationView | null {
  if (expectedAnswers === 0 && answers === 0) return null;
  return {
    expected: expectedAnswers === 0 ? null : expectedAnswers,
    answers,
    answered: currency === "" ? null : { amount: Number(answeredAmount), currency },
  };
}

function readEnd(row: RunRow) {
  return {
    promise: readText(row.promise),
    errorClass: readText(row.errorClass),
    errorCode: readText(row.errorCode),
    errorMessage: readText(row.errorMessage),
    superseded: row.superseded,
    humanTouched: row.humanTouched,
  };
}

function measureLateness({ dueAtMs, finishedAtMs }: RunRow, now: Date): number | null {
  if (dueAtMs === null) return null;
  const lateMs = (finishedAtMs ?? now.getTime()) - dueAtMs;
  return lateMs > 0 ? lateMs / 1000 : null;
}

function readText(text: string): string | null {
  return text === "" ? null : text;
}

function readInstant(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms);
}
