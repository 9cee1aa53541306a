import type { Labels } from "../../instance/fingerprint-labels.js";
import type { BinaryQuery } from "./query.js";
import { QueryError } from "./query-error.js";
import { dropName, toVector, type QueryValue, type VectorElement } from "./query-value.js";

const COMPARE: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  "==": (left, right) => left === right,
  "!=": (left, right) => left !== right,
};

const COMPUTE: Readonly<Record<string, (left: number, right: number) => number>> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "%": (left, right) => left % right,
  "^": raise,
  atan2: Math.atan2,
};

type Terms = Pick<BinaryQuery, "op" | "isBool" | "matching">;

/** combineVectors is a binary operation of PromQL: arithmetic, comparison (which filters, or with `bool` says 0 or 1), and set operations. */
export function combineVectors(terms: Terms, left: QueryValue, right: QueryValue): QueryValue {
  if (terms.op === "and" || terms.op === "or" || terms.op === "unless") return combineSets(terms, left, right);
  if (typeof left === "number" && typeof right === "number") {
    // NOTE: a comparison of two numbers is only valid with `bool`, and then it is never undefined.
    return compute(terms, left, right) ?? Number.NaN;
  }
  if (typeof right === "number") return fold(terms, toVector(left), (value) => compute(terms, value, right));
  if (typeof left === "number")
    return fold(terms, right, (value) => {
      const made = compute(terms, left, value);
      return made !== undefined && isFilter(terms) ? value : made;
    });
  return matchVectors(terms, left, right);
}

function isFilter({ op, isBool }: Terms): boolean {
  return op in COMPARE && !isBool;
}

function combineSets({ op, matching }: Terms, left: QueryValue, right: QueryValue): VectorElement[] {
  const [ours, theirs] = [toVector(left), toVector(right)];
  const buildKey = keyBuilder(matching);
  const known = new Set((op === "or" ? ours : theirs).map(({ labels }) => buildKey(labels)));
  if (op === "or") return [...ours, ...theirs.filter(({ labels }) => !known.has(buildKey(labels)))];
  return ours.filter(({ labels }) => known.has(buildKey(labels)) === (op === "and"));
}

/** NaN is no value: it passes no comparison, not even `!=` (which is where this differs from Prometheus). */
function compute({ op, isBool }: Terms, left: number, right: number): number | undefined {
  const compare = COMPARE[op];
  if (compare !== undefined) {
    const holds = compare(left, right);
    if (isBool) return holds ? 1 : 0;
    return holds && !Number.isNaN(left) && !Number.isNaN(right) ? left : undefined;
  }
  const arithmetic = COMPUTE[op];
  if (arithmetic === undefined) throw new Error(`The operator ${op} is not understood.`);
  return arithmetic(left, right);
}

const MAX_SQUARED = 1_024;

/** Powers as Go makes them: 1 to any power is 1, -1 to an infinite one too, and whole powers are products of squares. */
function raise(left: number, right: number): number {
  if (left === 1 || (left === -1 && Math.abs(right) === Infinity)) return 1;
  if (!Number.isInteger(right) || Math.abs(right) > MAX_SQUARED) return left ** right;
  let [power, square] = [1, left];
  for (let rest = Math.abs(right); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power *= square;
    square *= square;
  }
  return right < 0 ? 1 / power : power;
}

function fold(
  terms: Terms,
  elements: readonly VectorElement[],
  change: (value: number) => number | undefined,
): VectorElement[] {
  return elements.flatMap(({ labels, value }) => {
    const made = change(value);
    return made === undefined ? [] : [{ labels: isFilter(terms) ? labels : dropName(labels), value: made }];
  });
}

function matchVectors(terms: Terms, left: readonly VectorElement[], right: readonly VectorElement[]): VectorElement[] {
  if (left.length === 0 || right.length === 0) return [];
  const { matching } = terms;
  const isSwapped = matching.group === "right";
  const [many, ones] = isSwapped ? [right, left] : [left, right];
  const buildKey = keyBuilder(matching);
  const found = indexOnes(ones, buildKey, isSwapped ? "left" : "right");
  const taken = new Set<string>();
  return many.flatMap((element) => {
    const key = buildKey(element.labels);
    const one = found.get(key);
    if (one === undefined) return [];
    const value = isSwapped ? compute(terms, one.value, element.value) : compute(terms, element.value, one.value);
    if (value === undefined) return [];
    const labels = joinLabels(terms, element.labels, one.labels);
    const place = matching.group === null ? key : JSON.stringify(Object.entries(labels).sort());
    if (taken.has(place))
      throw new QueryError(`several elements belong together at ${place}: group_left or group_right is needed`);
    taken.add(place);
    return [{ labels, value }];
  });
}

function indexOnes(
  ones: readonly VectorElement[],
  buildKey: (labels: Labels) => string,
  side: string,
): Map<string, VectorElement> {
  const found = new Map<string, VectorElement>();
  for (const one of ones) {
    const key = buildKey(one.labels);
    if (found.has(key)) throw new QueryError(`several series on the ${side} side belong together at ${key}`);
    found.set(key, one);
  }
  return found;
}

function joinLabels(terms: Terms, labels: Labels, others: Labels): Labels {
  const { isOn, labels: names, group, include } = terms.matching;
  const kept: Record<string, string> = isFilter(terms) ? { ...labels } : dropName(labels);
  if (group === null) for (const name of Object.keys(kept)) if (names.includes(name) !== isOn) delete kept[name];
  for (const name of include) {
    const value = others[name];
    if (value === undefined || value === "") delete kept[name];
    else kept[name] = value;
  }
  return kept;
}

function keyBuilder({ isOn, labels: names }: BinaryQuery["matching"]): (labels: Labels) => string {
  if (isOn) return (labels) => JSON.stringify(names.map((name) => labels[name] ?? ""));
  return (labels) =>
    JSON.stringify(
      Object.entries(labels)
        .filter(([name]) => name !== "__name__" && !names.includes(name))
        .sort(),
    );
}
