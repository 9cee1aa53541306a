import type { Comparison, Condition, Expression } from "@watchfloor/dashboards";
import type { Reader } from "./reader.js";
import type { MappedRow } from "./mapped-row.js";
import { readNumber } from "./read-number.js";
import type { Value } from "./value.js";

/** Test tells whether a condition holds for a row. */
export type Test = (row: MappedRow) => boolean;

const HOLDS: Readonly<Record<Comparison, (order: number) => boolean>> = {
  before: (order) => order < 0,
  less: (order) => order < 0,
  atMost: (order) => order <= 0,
  after: (order) => order > 0,
  greater: (order) => order > 0,
  atLeast: (order) => order >= 0,
  equal: (order) => order === 0,
  notEqual: (order) => order !== 0,
};

/** buildCondition turns a condition into a function; `build` turns its expressions into readers. */
export function buildCondition(condition: Condition, build: (expression: Expression) => Reader): Test {
  if ("left" in condition) return buildComparison(condition, build);
  if ("present" in condition) return presence(build(condition.present), true);
  if ("absent" in condition) return presence(build(condition.absent), false);
  if ("lastOfGroup" in condition) return ({ next }) => next === undefined;
  if ("all" in condition) {
    const tests = condition.all.map((each) => buildCondition(each, build));
    return (row) => tests.every((test) => test(row));
  }
  if ("any" in condition) {
    const tests = condition.any.map((each) => buildCondition(each, build));
    return (row) => tests.some((test) => test(row));
  }
  const test = buildCondition(condition.not, build);
  return (row) => !test(row);
}

function presence(reader: Reader, isWanted: boolean): Test {
  return (row) => (reader(row) !== undefined) === isWanted;
}

function buildComparison(
  condition: Extract<Condition, { left: Expression }>,
  build: (expression: Expression) => Reader,
): Test {
  const left = build(condition.left);
  const right = build(condition.right);
  const holds = HOLDS[condition.is];
  return (row) => {
    const order = compareValues(left(row), right(row));
    return order !== undefined && holds(order);
  };
}

/** Instants compare as instants, numbers and texts of numbers as numbers, anything else as text. */
function compareValues(left: Value, right: Value): number | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime();
  const leftNumber = readNumber(String(left));
  const rightNumber = readNumber(String(right));
  if (leftNumber !== undefined && rightNumber !== undefined) return leftNumber - rightNumber;
  return String(left) < String(right) ? -1 : String(left) > String(right) ? 1 : 0;
}
