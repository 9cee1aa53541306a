import type { AlertRule } from "@watchfloor/dashboards";
import { EMPTY_DOCUMENT, readRuleDocument } from "../evaluate/rule-document.js";
import type { SlotVerdict } from "../evaluate/rule-judge.service.js";
import { stepRule } from "../evaluate/step-rule.js";
import type { IncidentRecord } from "../incidents/incident-record.js";
import { isFiring } from "../instance/alert-instance.js";
import type { CommittedTransition } from "../publish/transition-sink.js";
import type { TransitionRow } from "../publish/transition.repository.js";
import { fingerprintJudgement } from "../rules/fingerprint-judgement.js";
import type { StoredDocument } from "../store/alert-document.js";

const MINUTE = 60_000;

/** CheckedRun is everything a run left behind. */
export interface CheckedRun {
  readonly tenant: string;
  readonly rules: readonly AlertRule[];
  readonly slots: number;
  readonly firstSlotAt: number;
  readonly history: readonly TransitionRow[];
  readonly incidents: readonly IncidentRecord[];
  readonly documents: ReadonlyMap<string, StoredDocument>;
  /** What the sink was given, repetitions included. */
  readonly accepted: readonly CommittedTransition[];
  /** What an undisturbed worker sees; undefined = a repeated evaluation saw other data. */
  readonly expected: ((rule: AlertRule, slotAt: number) => SlotVerdict) | undefined;
}

/** checkHistory lists what is not as it must be. */
export function checkHistory(run: CheckedRun): string[] {
  return run.rules.flatMap((rule) => [
    ...checkSlots(run, rule),
    ...checkConsecutive(run, rule),
    ...checkSink(run, rule),
    ...checkIncidents(run, rule),
    ...checkOracle(run, rule),
  ]);
}

function readDocument({ documents }: CheckedRun, { id }: AlertRule) {
  return readRuleDocument(documents.get(`rule:${id}`)?.doc);
}

const ofRule = <Row extends { readonly ruleId: string }>(rows: readonly Row[], { id }: AlertRule) =>
  rows.filter(({ ruleId }) => ruleId === id);

function checkSlots(run: CheckedRun, rule: AlertRule): string[] {
  const { cursor, counts, out } = readDocument(run, rule);
  const newest = cursor === null ? 0 : Math.round((cursor - run.firstSlotAt) / MINUTE) + 1;
  const isWhole = newest >= run.slots && counts.evaluated >= run.slots && counts.skipped === 0 && out.length === 0;
  return isWhole
    ? []
    : [`${rule.id}: ${counts.evaluated} slots of ${run.slots} up to ${newest}, ${out.length} not published`];
}

function checkConsecutive(run: CheckedRun, rule: AlertRule): string[] {
  const document = readDocument(run, rule);
  const byInstance = groupBy(ofRule(run.history, rule), ({ fingerprint }) => fingerprint);
  return [...byInstance].flatMap(([fingerprint, rows]) => {
    const sorted = [...rows].sort((left, right) => left.transitionSeq - right.transitionSeq);
    const isWhole = sorted.every(
      (row, at) =>
        row.transitionSeq === at + 1 &&
        row.fromState === (sorted[at - 1]?.state ?? "inactive") &&
        row.slotAt >= (sorted[at - 1]?.slotAt ?? row.slotAt),
    );
    const state = document.instances[fingerprint]?.state.state ?? "inactive";
    const isLast = state === sorted[sorted.length - 1]?.state && document.seqs[fingerprint]?.[0] === sorted.length;
    return isWhole && isLast ? [] : [`${rule.id} ${fingerprint.slice(0, 6)}: history and state disagree`];
  });
}

function checkSink(run: CheckedRun, rule: AlertRule): string[] {
  const history = new Set(ofRule(run.history, rule).map(({ id }) => id));
  const accepted = ofRule(run.accepted, rule);
  const missed = [...history].filter((id) => !accepted.some((each) => each.id === id)).length;
  const unknown = accepted.filter(({ id }) => !history.has(id)).length;
  const meanings = groupBy(accepted, ({ id }) => id);
  const changed = [...meanings.values()].filter(
    (same) => new Set(same.map(({ slotAt, state }) => `${slotAt} ${state}`)).size > 1,
  );
  return missed + unknown + changed.length === 0
    ? []
    : [`${rule.id}: the sink missed ${missed}, got ${unknown} unknown and ${changed.length} that changed`];
}

function checkIncidents(run: CheckedRun, rule: AlertRule): string[] {
  const open = ofRule(run.incidents, rule)
    .filter(({ status }) => status !== "resolved")
    .map(({ fingerprint }) => fingerprint);
  const firing = Object.entries(readDocument(run, rule).instances)
    .filter(([, { state }]) => isFiring(state))
    .map(([fingerprint]) => fingerprint);
  const fired = ofRule(run.history, rule).filter(({ kind }) => kind === "fired").length;
  const isSame =
    JSON.stringify(open.sort()) === JSON.stringify(firing.sort()) && ofRule(run.incidents, rule).length === fired;
  return isSame ? [] : [`${rule.id}: ${open.length} incidents are open and ${firing.length} instances fire`];
}

/** What an undisturbed worker would have written, transition by transition. */
function checkOracle(run: CheckedRun, rule: AlertRule): string[] {
  const { expected, tenant } = run;
  if (expected === undefined) return [];
  const { cursor } = readDocument(run, rule);
  let document = EMPTY_DOCUMENT;
  for (let slotAt = run.firstSlotAt; slotAt <= (cursor ?? 0); slotAt += MINUTE) {
    const verdict = expected(rule, slotAt);
    if (!("judgement" in verdict)) continue;
    const step = { tenant, rule, version: 1, judgement: fingerprintJudgement(rule), slotAt };
    document = stepRule(document, step, verdict.judgement);
  }
  const describe = (id: string, slotAt: number, state: string) => `${id} ${slotAt} ${state}`;
  const wanted = document.out.map(({ id, slotAt, state }) => describe(id, slotAt, state)).sort();
  const found = ofRule(run.history, rule)
    .map(({ id, slotAt, state }) => describe(id, slotAt.getTime(), state))
    .sort();
  return JSON.stringify(wanted) === JSON.stringify(found)
    ? []
    : [`${rule.id}: ${found.length} transitions are not the ${wanted.length} of an undisturbed worker`];
}

function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
