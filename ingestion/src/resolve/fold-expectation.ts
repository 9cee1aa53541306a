import type { FoldPart } from "./fold-part.js";
import { readUnits, renderUnits, toUnits, type MoneyUnits } from "./money-units.js";
import type { AnswerMark, ExpectationMark, RunPartBody } from "./run-part-body.js";
import type { ExpectationFold } from "./run-row.js";

type RunPart = FoldPart<RunPartBody>;

/**
 * foldExpectation says what an obligation has got (CONTRACT 2.2, expectation); undefined for a run that is none. What is expected
 * comes from the newest event that expects, the deadline from the first: a repetition corrects the amount and gives no more time.
 * It is met at the answer with which count and amount reach what is expected, less the tolerance; before anything is expected, the
 * first answer ends it. An answer in another currency counts as one, its amount does not. `ordered` = effective parts by (time, id).
 */
export function foldExpectation(ordered: readonly RunPart[]): ExpectationFold | undefined {
  const expecting: RunPart[] = [];
  const answering: RunPart[] = [];
  for (const part of ordered) {
    if (part.body.expects !== undefined) expecting.push(part);
    if (part.body.answers !== undefined) answering.push(part);
  }
  if (expecting.length === 0 && answering.length === 0) return undefined;
  const first = expecting[0];
  const expects = expecting.at(-1)?.body.expects;
  const sum = addAnswers(answering, expects);
  return {
    expectedAnswers: expects?.count ?? 0,
    answers: sum.count,
    answeredMoney: renderUnits(sum.units),
    dueAtMs: first?.body.dueAtMs,
    metAtMs: sum.metAtMs === undefined ? undefined : Math.max(sum.metAtMs, first?.timeMs ?? sum.metAtMs),
    check: buildCheck(expecting, sum),
  };
}

interface AnswerSum {
  readonly count: number;
  readonly units: MoneyUnits;
  readonly hasAmount: boolean;
  readonly metAtMs: number | undefined;
}

function addAnswers(answering: readonly RunPart[], expects: ExpectationMark | undefined): AnswerSum {
  const wanted = expects?.count ?? 1;
  const hasReached = buildReach(expects);
  let count = 0;
  let units = 0n;
  let hasAmount = false;
  let metAtMs: number | undefined;
  for (const { body, timeMs } of answering) {
    const answers = body.answers as AnswerMark;
    count += answers.count;
    if (answers.amount !== undefined && (expects?.amount ?? answers.amount).currency === answers.amount.currency) {
      units += readUnits(answers.amount.amount);
      hasAmount = true;
    }
    if (metAtMs === undefined && count >= wanted && hasReached(units)) metAtMs = timeMs;
  }
  return { count, units, hasAmount, metAtMs };
}

/** buildReach says from which sum on an amount is reached, less the tolerance; a negative amount is reached from above. */
function buildReach(expects: ExpectationMark | undefined): (units: MoneyUnits) => boolean {
  if (expects?.amount === undefined) return () => true;
  const wanted = readUnits(expects.amount.amount);
  const tolerance = toUnits(Math.max(expects.absolute, expects.relative * Math.abs(Number(expects.amount.amount))));
  return wanted < 0n ? (units) => units <= wanted + tolerance : (units) => units >= wanted - tolerance;
}

/** buildCheck compares both amounts once as many answers as expected have come; before that a difference says nothing. */
function buildCheck(expecting: readonly RunPart[], sum: AnswerSum): ExpectationFold["check"] {
  const first = expecting[0];
  const expects = expecting.at(-1)?.body.expects;
  const hasAmount = expecting.some(({ body }) => body.expects?.amount !== undefined);
  if (first === undefined || expects === undefined || !hasAmount || sum.count === 0) return undefined;
  return {
    measure: first.body.expects?.check ?? expects.check,
    atMs: first.timeMs,
    value: renderUnits(sum.units),
    expected: expects.amount?.amount ?? "0",
    currency: expects.amount?.currency ?? "",
    absolute: expects.absolute,
    relative: expects.relative,
    isComparable: expects.amount !== undefined && sum.hasAmount && sum.count >= expects.count,
  };
}
