import { parseLabelMatcher, type LabelMatcher } from "../../mute/label-matcher.js";
import type { Matching, Query, TimeShift } from "./query.js";
import { QueryScanner } from "./query-scanner.js";

const NAME = /[A-Za-z_:][A-Za-z0-9_:]*/y;
const LABEL = /[A-Za-z_][A-Za-z0-9_]*/y;
const OPERATOR = /==|!=|>=|<=|[-+*/%^<>]|(?:and|or|unless|atan2)\b/iy;
const MATCH_OPERATOR = /=~|!~|!=|=/y;
const MODIFIER = /(?:by|without)\b/iy;
const MATCHING = /(?:on|ignoring)\b/iy;
const GROUP = /group_(left|right)\b/iy;
const BOOL = /bool\b/iy;
const OFFSET = /offset\b/iy;
const START_OR_END = /(?:start|end)\s*\(\s*\)/iy;
const AGGREGATIONS = new Set(
  ["sum", "avg", "min", "max", "count", "stddev", "stdvar", "group"].concat(
    "topk",
    "bottomk",
    "quantile",
    "count_values",
  ),
);
const WITH_PARAMETER = new Set(["topk", "bottomk", "quantile", "count_values"]);
const COMPARISONS = new Set(["==", "!=", ">", ">=", "<", "<="]);
const SETS = new Set(["and", "or", "unless"]);
/** How tightly operators bind; a sign binds like a product. */
const STRENGTH: Readonly<Record<string, number>> = {
  ...{ or: 1, and: 2, unless: 2, "==": 3, "!=": 3, ">": 3, ">=": 3, "<": 3, "<=": 3 },
  ...{ "+": 4, "-": 4, "*": 5, "/": 5, "%": 5, atan2: 5, "^": 6 },
};
const SIGN_STRENGTH = 5;
const NO_SHIFT: TimeShift = { offset: 0, at: null };

/** parseQuery reads PromQL as Prometheus 2.42 does; throws with the place where it cannot be read. */
export function parseQuery(text: string): Query {
  const scanner = new QueryScanner(text);
  if (scanner.isAtEnd) throw new Error("The query is empty.");
  const query = new QueryReader(scanner).readBinary(0);
  if (!scanner.isAtEnd) scanner.refuse("something else was expected");
  return query;
}

class QueryReader {
  constructor(private readonly scanner: QueryScanner) {}

  /** Operators that bind more tightly than `above`. */
  readBinary(above: number): Query {
    let left = this.readSigned();
    for (;;) {
      if (!this.scanner.peek(OPERATOR)) return left;
      const op = this.peekOperator();
      const strength = STRENGTH[op] ?? 0;
      if (strength <= above) return left;
      this.scanner.take(OPERATOR);
      const isBool = this.scanner.take(BOOL) !== undefined;
      if (isBool && !COMPARISONS.has(op)) this.scanner.refuse(`"bool" belongs to comparisons, not to "${op}"`);
      const matching = this.readMatching();
      // NOTE: powers alone bind to the right.
      const right = this.readBinary(op === "^" ? strength - 1 : strength);
      const isNumbers = left.kind === "number" && right.kind === "number";
      if (isNumbers && COMPARISONS.has(op) && !isBool) this.scanner.refuse('two numbers are compared with "bool" only');
      if ((left.kind === "number" || right.kind === "number") && SETS.has(op))
        this.scanner.refuse(`"${op}" combines vectors, not numbers: it ends`);
      left = { kind: "binary", op, isBool, matching, left, right };
    }
  }

  private peekOperator(): string {
    const before = this.scanner.mark();
    const op = this.scanner.take(OPERATOR)?.[0].toLowerCase() ?? "";
    this.scanner.reset(before);
    return op;
  }

  private readSigned(): Query {
    if (this.scanner.takeSign("-")) {
      const argument = this.readBinary(SIGN_STRENGTH);
      return argument.kind === "number" ? { ...argument, value: -argument.value } : { kind: "negate", argument };
    }
    if (this.scanner.takeSign("+")) return this.readBinary(SIGN_STRENGTH);
    return this.readShifted(this.readPart());
  }

  private readPart(): Query {
    if (this.scanner.takeSign("(")) {
      const inner = this.readBinary(0);
      this.scanner.need(")");
      return inner;
    }
    const value = this.scanner.takeNumber();
    if (value !== undefined) return { kind: "number", value };
    const text = this.scanner.takeText();
    if (text !== undefined) return { kind: "text", text };
    if (this.scanner.peek(/\{/y)) return { kind: "selector", ...NO_SHIFT, matchers: this.readMatchers() };
    const name = this.scanner.take(NAME)?.[0] ?? this.scanner.refuse("a value is missing");
    return this.readNamed(name);
  }

  private readNamed(name: string): Query {
    const op = name.toLowerCase();
    if (AGGREGATIONS.has(op) && (this.scanner.peek(/\(/y) || this.scanner.peek(MODIFIER)))
      return this.readAggregate(op);
    if (this.scanner.takeSign("(")) return { kind: "call", name, args: this.readArguments() };
    const named: LabelMatcher = { label: "__name__", op: "=", value: name };
    return { kind: "selector", ...NO_SHIFT, matchers: [named, ...this.readMatchers()] };
  }

  /** Up to and with the closing bracket. */
  private readArguments(): Query[] {
    const args: Query[] = [];
    while (!this.scanner.takeSign(")")) {
      if (args.length > 0) this.scanner.need(",");
      args.push(this.readBinary(0));
    }
    return args;
  }

  private readAggregate(op: string): Query {
    const before = this.readModifier();
    this.scanner.need("(");
    const args = this.readArguments();
    const modifier = before ?? this.readModifier() ?? { isWithout: false, labels: [] };
    const expected = WITH_PARAMETER.has(op) ? 2 : 1;
    const argument = args[expected - 1];
    if (argument === undefined || args.length !== expected)
      this.scanner.refuse(
        `${op} takes ${expected === 1 ? "one argument" : "two arguments"}, not ${args.length}: it ends`,
      );
    return { kind: "aggregate", op, ...modifier, parameter: expected === 2 ? (args[0] ?? null) : null, argument };
  }

  private readModifier(): { isWithout: boolean; labels: string[] } | undefined {
    const word = this.scanner.take(MODIFIER)?.[0].toLowerCase();
    return word === undefined ? undefined : { isWithout: word === "without", labels: this.readLabels() };
  }

  private readLabels(): string[] {
    const labels: string[] = [];
    this.scanner.need("(");
    while (!this.scanner.takeSign(")")) {
      if (labels.length > 0) this.scanner.need(",");
      const label = this.scanner.take(LABEL)?.[0];
      if (label !== undefined) labels.push(label);
      else if (!this.scanner.peek(/\)/y)) this.scanner.refuse("a label is missing");
    }
    return labels;
  }

  private readMatching(): Matching {
    const word = this.scanner.take(MATCHING)?.[0].toLowerCase();
    if (word === undefined) return { isOn: false, labels: [], group: null, include: [] };
    const labels = this.readLabels();
    const side = this.scanner.take(GROUP)?.[1]?.toLowerCase();
    const group = side === "left" || side === "right" ? side : null;
    const include = group !== null && this.scanner.peek(/\(/y) ? this.readLabels() : [];
    return { isOn: word === "on", labels, group, include };
  }

  private readMatchers(): LabelMatcher[] {
    const matchers: LabelMatcher[] = [];
    if (!this.scanner.takeSign("{")) return matchers;
    while (!this.scanner.takeSign("}")) {
      if (matchers.length > 0) this.scanner.need(",");
      if (this.scanner.takeSign("}")) return matchers;
      const label = this.scanner.take(LABEL)?.[0] ?? this.scanner.refuse("a label is missing");
      const op = this.scanner.take(MATCH_OPERATOR)?.[0] ?? this.scanner.refuse("=, !=, =~ or !~ is missing");
      const value = this.scanner.takeText() ?? this.scanner.refuse("a text in quotes is missing");
      // NOTE: the expression above knows no other operators; an expression is checked as that of a silence is.
      matchers.push({ label, op: op as LabelMatcher["op"], value });
      if (op.endsWith("~")) parseLabelMatcher(`${label}${op}${JSON.stringify(value)}`);
    }
    return matchers;
  }

  /** What stands behind a part and belongs to it alone: [range], [range:step], offset, @. */
  private readShifted(part: Query): Query {
    let query = part;
    for (;;) {
      if (this.scanner.takeSign("[")) query = this.readBrackets(query);
      else if (this.scanner.take(OFFSET) !== undefined) {
        const sign = this.scanner.takeSign("-") ? -1 : 1;
        query = this.shift(query, { offset: sign * this.scanner.needMilliseconds() });
      } else if (this.scanner.takeSign("@")) query = this.shift(query, { at: this.readInstant() });
      else return query;
    }
  }

  private readBrackets(query: Query): Query {
    const range = this.scanner.needMilliseconds();
    if (this.scanner.takeSign("]")) {
      if (query.kind !== "selector") this.scanner.refuse("a range needs a selector, or a step as in [5m:1m]; it ends");
      return { kind: "range", selector: query, range };
    }
    this.scanner.need(":");
    const step = this.scanner.peek(/\]/y) ? null : this.scanner.needMilliseconds();
    this.scanner.need("]");
    return { kind: "subquery", ...NO_SHIFT, argument: query, range, step };
  }

  private readInstant(): number | "query" {
    if (this.scanner.take(START_OR_END) !== undefined) return "query";
    const sign = this.scanner.takeSign("-") ? -1 : 1;
    const seconds = this.scanner.takeNumber() ?? this.scanner.refuse("an instant in seconds is missing");
    return sign * Math.round(seconds * 1_000);
  }

  private shift(query: Query, change: Partial<TimeShift>): Query {
    if (query.kind === "range") return { ...query, selector: { ...query.selector, ...change } };
    if (query.kind === "selector" || query.kind === "subquery") return { ...query, ...change };
    return this.scanner.refuse("offset and @ belong to a selector or a subquery; they end");
  }
}
