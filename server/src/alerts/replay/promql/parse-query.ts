import { parser } from "@prometheus-io/lezer-promql";
import type { SyntaxNode } from "@lezer/common";
import { parseSeconds } from "./parse-seconds.js";
import type { LabelMatcher } from "../../mute/label-matcher.js";
import type { BinaryQuery, Query, Selector } from "./query.js";

/** parseQuery reads PromQL with Prometheus's own grammar; throws with the place where it cannot be read. */
export function parseQuery(text: string): Query {
  const top = parser.parse(text).topNode.firstChild;
  if (top === null) throw new Error(`"${text}" is no query.`);
  return new QueryReader(text).read(top);
}

class QueryReader {
  constructor(private readonly text: string) {}

  read(node: SyntaxNode): Query {
    switch (node.name) {
      case "ParenExpr":
        return this.read(this.getChild(node, 0));
      case "NumberDurationLiteral":
        return { kind: "number", value: parseNumber(this.cut(node)) };
      case "UnaryExpr":
        return this.readUnary(node);
      case "VectorSelector":
        return this.readSelector(node);
      case "MatrixSelector":
        return { ...this.readSelector(this.getChild(node, 0)), range: parseSeconds(this.cut(this.getChild(node, 1))) };
      case "OffsetExpr":
        return this.readOffset(node);
      case "FunctionCall":
        return this.readCall(node);
      case "AggregateExpr":
        return this.readAggregate(node);
      case "BinaryExpr":
        return this.readBinary(node);
      default:
        throw new Error(`"${this.cut(node)}" (${node.name}) in "${this.text}" is not understood.`);
    }
  }

  private readUnary(node: SyntaxNode): Query {
    const argument = this.read(this.getChild(node, 1));
    return this.cut(this.getChild(node, 0)) === "-" ? { kind: "negate", argument } : argument;
  }

  private readSelector(node: SyntaxNode): Selector {
    const name = node.getChild("Identifier");
    const matchers = node.getChild("LabelMatchers")?.getChildren("UnquotedLabelMatcher") ?? [];
    return {
      ...{ kind: "selector", offset: 0, range: null, name: name === null ? "" : this.cut(name) },
      matchers: matchers.map((matcher) => this.readMatcher(matcher)),
    };
  }

  private readMatcher(node: SyntaxNode): LabelMatcher {
    const [label, op, value] = [0, 1, 2].map((at) => this.cut(this.getChild(node, at)));
    // NOTE: the grammar knows no other operators.
    return { label: label ?? "", op: op as LabelMatcher["op"], value: (value ?? "").slice(1, -1) };
  }

  /** The grammar lets an offset reach over everything before it; it belongs to the selector right before it. */
  private readOffset(node: SyntaxNode): Query {
    const sign = node.getChild("Sub") === null ? 1 : -1;
    const seconds = sign * parseSeconds(this.cut(this.getChild(node, "last")));
    const shift = (query: Query): Query => {
      if (query.kind === "selector") return { ...query, offset: query.offset + seconds };
      if (query.kind === "binary") return { ...query, right: shift(query.right) };
      if (query.kind === "negate") return { ...query, argument: shift(query.argument) };
      throw new Error(`An offset in "${this.text}" belongs to no selector.`);
    };
    return shift(this.read(this.getChild(node, 0)));
  }

  private readCall(node: SyntaxNode): Query {
    const name = this.cut(this.getChild(node, 0));
    return { kind: "call", name, args: this.listChildren(this.getChild(node, 1)).map((child) => this.read(child)) };
  }

  private readAggregate(node: SyntaxNode): Query {
    const modifier = node.getChild("AggregateModifier");
    const body = node.getChild("FunctionCallBody");
    if (body?.firstChild == null) throw new Error(`"${this.cut(node)}" aggregates nothing.`);
    return {
      kind: "aggregate",
      op: this.cut(this.getChild(node, 0)),
      isWithout: modifier?.getChild("Without") != null,
      labels: this.readLabels(modifier),
      argument: this.read(body.firstChild),
    };
  }

  private readBinary(node: SyntaxNode): BinaryQuery {
    const children = this.listChildren(node);
    const [left, op, right] = [children[0], children[1], children.at(-1)];
    if (left === undefined || op === undefined || right === undefined)
      throw new Error(`"${this.cut(node)}" has one side.`);
    const clause = node.getChild("MatchingModifierClause");
    return {
      ...{ kind: "binary", op: this.cut(op), isBool: node.getChild("BoolModifier") !== null },
      matching: clause === null ? null : { isOn: clause.getChild("On") !== null, labels: this.readLabels(clause) },
      ...{ left: this.read(left), right: this.read(right) },
    };
  }

  private readLabels(node: SyntaxNode | null): string[] {
    return (node?.getChild("GroupingLabels")?.getChildren("LabelName") ?? []).map((label) => this.cut(label));
  }

  private listChildren(node: SyntaxNode): SyntaxNode[] {
    const children: SyntaxNode[] = [];
    for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
    return children;
  }

  private getChild(node: SyntaxNode, at: number | "last"): SyntaxNode {
    const child = at === "last" ? node.lastChild : this.listChildren(node)[at];
    if (child == null) throw new Error(`"${this.cut(node)}" in "${this.text}" is cut off.`);
    return child;
  }

  private cut({ from, to }: SyntaxNode): string {
    return this.text.slice(from, to);
  }
}

function parseNumber(text: string): number {
  if (/^[+-]?inf$/i.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return /^nan$/i.test(text) ? Number.NaN : Number(text);
}
