/** MATCHER_OPERATORS are how a label can be compared, with their words. */
export const MATCHER_OPERATORS = [
  { op: "=", words: "is" },
  { op: "!=", words: "is not" },
  { op: "=~", words: "matches" },
  { op: "!~", words: "does not match" },
] as const;

/** MatcherOperator is one of them. */
export type MatcherOperator = (typeof MATCHER_OPERATORS)[number]["op"];

/** Matcher compares one label; a missing label is empty, expressions are of the whole value. */
export interface Matcher {
  readonly label: string;
  readonly op: MatcherOperator;
  readonly value: string;
}

const WRITTEN = /^\s*([A-Za-z_][A-Za-z0-9_]*)\s*(=~|!~|!=|=)\s*(?:"((?:[^"\\]|\\.)*)"|([^"]*?))\s*$/s;

/** parseMatcher reads a matcher such as store="s1" or severity!=info; undefined = it is none. */
export function parseMatcher(text: string): Matcher | undefined {
  const [, label, written, quoted, bare] = WRITTEN.exec(text) ?? [];
  const op = MATCHER_OPERATORS.find((each) => each.op === written)?.op;
  if (label === undefined || op === undefined) return undefined;
  const value = quoted?.replaceAll(/\\(.)/gs, (_, next: string) => (next === "n" ? "\n" : next)) ?? bare ?? "";
  return { label, op, value };
}

/** writeMatcher writes a matcher as the server reads it. */
export function writeMatcher({ label, op, value }: Matcher): string {
  return `${label}${op}"${value.replaceAll(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}

/** readMatcherList reads matchers of an address: separated by commas outside of quotes, also within braces as Alertmanager writes them. What is none is left out. */
export function readMatcherList(text: string | undefined): readonly Matcher[] {
  const bare = (text ?? "").trim().replace(/^\{(.*)\}$/s, "$1");
  const parts = bare.match(/(?:[^",]|"(?:[^"\\]|\\.)*")+/gs) ?? [];
  return parts.flatMap((part) => parseMatcher(part) ?? []);
}

/** writeMatcherList writes matchers for an address. */
export function writeMatcherList(matchers: readonly Matcher[]): string {
  return matchers.map(writeMatcher).join(",");
}
