import type { Labels } from "../../instance/fingerprint-labels.js";
import type { QueryValue, VectorElement } from "./evaluate-query.js";
import type { BinaryQuery } from "./query.js";

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
  "^": (left, right) => left ** right,
};

type Terms = Pick<BinaryQuery, "op" | "isBool" | "matching">;

/** combineVectors is a binary operation of PromQL: arithmetic, comparison (which filters, or with `bool` says 0 or 1), and set operations. */
export function combineVectors(terms: Terms, left: QueryValue, right: QueryValue): QueryValue {
  const { op } = terms;
  if (op === "and" || op === "or" || op === "unless") return combineSets(terms, left, right);
  if (typeof left === "number" && typeof right === "number") {
    const one = compute(terms, left, right);
    // NOTE: a comparison of two numbers is only valid with `bool`, and then it is never undefined.
    return one ?? Number.NaN;
  }
  if (typeof right === "number") return fold(left, (value) => compute(terms, value, right), terms);
  if (typeof left === "number") return fold(right, (value) => compute(terms, left, value), terms, left);
  const others = new Map(right.map((element) => [buildKey(element.labels, terms), element.value]));
  return toElements(left).flatMap((element) => {
    const other = others.get(buildKey(element.labels, terms));
    const value = other === undefined ? undefined : compute(terms, element.value, other);
    return value === undefined ? [] : [{ labels: keepLabels(element.labels, terms), value }];
  });
}

function combineSets(terms: Terms, left: QueryValue, right: QueryValue): VectorElement[] {
  const [ours, theirs] = [toElements(left), toElements(right)];
  const keys = (elements: readonly VectorElement[]) => new Set(elements.map(({ labels }) => buildKey(labels, terms)));
  if (terms.op === "or") {
    const known = keys(ours);
    return [...ours, ...theirs.filter(({ labels }) => !known.has(buildKey(labels, terms)))];
  }
  const known = keys(theirs);
  return ours.filter(({ labels }) => known.has(buildKey(labels, terms)) === (terms.op === "and"));
}

function compute({ op, isBool }: Terms, left: number, right: number): number | undefined {
  const compare = COMPARE[op];
  if (compare !== undefined) {
    const holds = compare(left, right);
    if (isBool) return holds ? 1 : 0;
    return holds ? left : undefined;
  }
  const arithmetic = COMPUTE[op];
  if (arithmetic === undefined) throw new Error(`The operator ${op} is not understood.`);
  return arithmetic(left, right);
}

/** A comparison keeps the values of the vector, on whichever side it stands. */
function fold(
  elements: QueryValue,
  change: (value: number) => number | undefined,
  terms: Terms,
  scalarLeft?: number,
): VectorElement[] {
  const isFilter = terms.op in COMPARE && !terms.isBool;
  return toElements(elements).flatMap(({ labels, value }) => {
    const made = change(value);
    if (made === undefined) return [];
    return [{ labels: keepLabels(labels, terms), value: isFilter && scalarLeft !== undefined ? value : made }];
  });
}

function keepLabels(labels: Labels, { op, isBool, matching }: Terms): Labels {
  const { __name__: name, ...rest } = labels;
  if (matching?.isOn === true)
    return Object.fromEntries(Object.entries(rest).filter(([at]) => matching.labels.includes(at)));
  const kept =
    matching === null ? rest : Object.fromEntries(Object.entries(rest).filter(([at]) => !matching.labels.includes(at)));
  return op in COMPARE && !isBool && name !== undefined ? { __name__: name, ...kept } : kept;
}

function buildKey(labels: Labels, { matching }: Terms): string {
  const { __name__: _, ...rest } = labels;
  const pairs = Object.entries(rest).filter(([name]) =>
    matching === null ? true : matching.labels.includes(name) === matching.isOn,
  );
  return JSON.stringify(pairs.sort());
}

function toElements(value: QueryValue): readonly VectorElement[] {
  return typeof value === "number" ? [{ labels: {}, value }] : value;
}
