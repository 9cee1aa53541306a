import type { FoldPart } from "./fold-part.js";
import { foldRun } from "./fold-run.js";
import type { RunPartBody } from "./run-part-body.js";

const HOUR_MS = 3_600_000;
let ids = 0;

const part = (hour: number, name: string, body: RunPartBody): FoldPart<RunPartBody> => ({
  ...{ source: "s", id: `e-${String((ids += 1)).padStart(3, "0")}`, name, timeMs: hour * HOUR_MS, contentHash: 1 },
  body,
});
const money = (amount: number | undefined, currency = "EUR") =>
  amount === undefined ? undefined : { amount: amount.toFixed(4), currency };
const asks = (hour: number, amount?: number, count = 1) =>
  part(hour, "expected", {
    startedAtMs: hour * HOUR_MS,
    dueAtMs: (hour + 24) * HOUR_MS,
    expects: { count, amount: money(amount), absolute: 0.5, relative: 0.01, check: "r.amount" },
    money: money(amount),
    fields: { source: "shop", store: "0001" },
  });
const answers = (hour: number, amount?: number, currency?: string) =>
  part(hour, "answered", {
    answers: { count: 1, amount: money(amount, currency) },
    fields: { source: "erp", channel: "web" },
  });
const cancels = (hour: number) => part(hour, "cancelled", { finish: { outcome: "cancelled" } });

const fold = (...parts: FoldPart<RunPartBody>[]) => {
  const row = foldRun(parts);
  const { expectation } = row;
  return {
    start: row.startedAtMs === undefined ? null : row.startedAtMs / HOUR_MS,
    due: row.dueAtMs === undefined ? null : row.dueAtMs / HOUR_MS,
    end: row.finishedAtMs === undefined ? null : row.finishedAtMs / HOUR_MS,
    outcome: row.outcome,
    got: [expectation?.expectedAnswers, expectation?.answers, expectation?.answeredMoney],
    check: expectation?.check?.isComparable === true ? [expectation.check.value, expectation.check.expected] : null,
  };
};

describe("foldRun of an obligation", () => {
  it.each([
    ["nothing came", [asks(1, 100)], { start: 1, due: 25, end: null, outcome: "", check: null }],
    [
      "the answer came",
      [asks(1, 100), answers(3, 100)],
      { end: 3, outcome: "succeeded", check: ["100.0000", "100.0000"] },
    ],
    ["within the tolerance", [asks(1, 100), answers(3, 99)], { end: 3, check: ["99.0000", "100.0000"] }],
    ["just below it", [asks(1, 100), answers(3, 98.99)], { end: null, check: ["98.9900", "100.0000"] }],
    [
      "more than expected ends it, and differs",
      [asks(1, 100), answers(3, 120)],
      { end: 3, check: ["120.0000", "100.0000"] },
    ],
    ["two answers reach it", [asks(1, 100), answers(3, 60), answers(4, 40)], { end: 4, got: [1, 2, "100.0000"] }],
    ["one of two answers", [asks(1, 100, 2), answers(3, 100)], { end: null, check: null, got: [2, 1, "100.0000"] }],
    ["both of two", [asks(1, 100, 2), answers(3, 100), answers(5, 0)], { end: 5, check: ["100.0000", "100.0000"] }],
    ["another currency", [asks(1, 100), answers(3, 100, "CHF")], { end: null, got: [1, 1, "0.0000"], check: null }],
    ["no amount is compared", [asks(1), answers(3, 7)], { end: 3, check: null }],
    [
      "a repetition corrects the amount and gives no time",
      [asks(1, 100), asks(5, 80), answers(6, 80)],
      { start: 1, due: 25, end: 6 },
    ],
    ["an answer before what it answers", [answers(0.5, 100), asks(1, 100)], { start: 1, end: 1 }],
    ["an answer alone", [answers(3, 100)], { start: null, due: null, end: 3, got: [0, 1, "100.0000"], check: null }],
    ["cancelled while open", [asks(1, 100), cancels(2), answers(3, 100)], { end: 2, outcome: "cancelled" }],
    ["cancelled after it was met", [asks(1, 100), answers(3, 100), cancels(4)], { end: 3, outcome: "succeeded" }],
    [
      "a negative amount",
      [asks(1, -100), answers(2, -50), answers(3, -50)],
      { end: 3, check: ["-100.0000", "-100.0000"] },
    ],
  ])("%s", (_name, parts, expected) => {
    expect(fold(...parts)).toMatchObject(expected);
    expect(fold(...[...parts].reverse(), ...parts)).toEqual(fold(...parts));
  });

  it("takes place and source from what is expected, and from answers only what that leaves open", () => {
    const { fields, money: amount } = foldRun([asks(1, 100), answers(3, 7)]);
    expect(fields).toMatchObject({ source: "shop", store: "0001", channel: "web" });
    expect(amount).toBe("100.0000");
  });
});
