import type { Labels } from "../instance/fingerprint-labels.js";
import { compileExpression } from "./compile-expression.js";

/** LabelMatcher compares one label as Alertmanager does: a missing label is empty, regular expressions are anchored. */
export interface LabelMatcher {
  readonly label: string;
  readonly op: "=" | "!=" | "=~" | "!~";
  readonly value: string;
}

/** parseLabelMatcher reads a matcher such as severity="critical", severity=critical or store=~"s[12]"; throws with what is wrong. */
export function parseLabelMatcher(text: string): LabelMatcher {
  const [, label, op, quoted, bare] =
    /^\s*([A-Za-z_][A-Za-z0-9_]*)\s*(=~|!~|!=|=)\s*(?:"((?:[^"\\]|\\.)*)"|([^"]*?))\s*$/s.exec(text) ?? [];
  if (label === undefined || op === undefined)
    throw new Error(
      `"${text}" is no matcher: write label="value", label!="value", label=~"expression" or label!~"expression".`,
    );
  const value =
    quoted === undefined
      ? (bare ?? "")
      : quoted.replaceAll(/\\(.)/gs, (_, next: string) => (next === "n" ? "\n" : next));
  if (op === "=~" || op === "!~") checkExpression(value);
  // NOTE: the expression above knows no other operators.
  return { label, op: op as LabelMatcher["op"], value };
}

/** matchesAll tells whether labels pass every matcher. */
export function matchesAll(matchers: readonly LabelMatcher[], labels: Labels): boolean {
  return matchers.every((matcher) => matches(matcher, labels[matcher.label] ?? ""));
}

/** matchesEmpty tells whether matchers would pass an instance that has none of their labels; a silence like that mutes everything. */
export function matchesEmpty(matchers: readonly LabelMatcher[]): boolean {
  return matchers.every((matcher) => matches(matcher, ""));
}

function matches({ op, value: wanted }: LabelMatcher, value: string): boolean {
  if (op === "=") return value === wanted;
  if (op === "!=") return value !== wanted;
  return compileExpression(wanted).test(value) === (op === "=~");
}

function checkExpression(expression: string): void {
  try {
    compileExpression(expression);
  } catch (cause) {
    throw new Error(`"${expression}" is no regular expression.`, { cause });
  }
}
