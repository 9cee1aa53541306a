import { evaluateQuery } from "./promql/evaluate-query.js";
import { parseQuery } from "./promql/parse-query.js";
import type { Query } from "./promql/query.js";
import { QueryError } from "./promql/query-error.js";
import { dropName, toVector } from "./promql/query-value.js";
import type { RuleData, RuleJudge } from "./rule-judge.js";
import type { ScenarioRule } from "./scenario-file.js";

/**
 * judgeQuery asks the samples of a file what production asks the engine: whatever the query finds matches, unless its value is NaN, which is
 * no value. The query says by an offset what a delay would say; a delay holds for queries without one.
 */
export function judgeQuery(rule: ScenarioRule & { readonly expr: string }, data: RuleData): RuleJudge {
  const query = parseQuery(rule.expr);
  refuseUnknown(query, data);
  const delay = hasOffset(query) ? 0 : (rule.evaluation_delay_s ?? 0) * 1_000;
  return (instant) => {
    const at = instant - delay;
    const found = toVector(
      evaluateQuery(query, { store: data.store, at, queryAt: at, lookback: data.lookback, step: data.interval }),
    );
    return found
      .filter(({ value }) => !Number.isNaN(value))
      .map(({ labels, value }) => ({ labels: dropName(labels), judgement: { outcome: "match" as const, value } }));
  };
}

/** A query that cannot be answered at all is refused before anything is replayed: asked once, it names every function it has. */
function refuseUnknown(query: Query, { store, interval, lookback }: RuleData): void {
  try {
    evaluateQuery(query, { store, at: 0, queryAt: 0, lookback, step: interval });
  } catch (cause) {
    if (!(cause instanceof QueryError)) throw cause;
  }
}

function hasOffset(query: Query): boolean {
  switch (query.kind) {
    case "selector":
      return query.offset !== 0;
    case "range":
      return query.selector.offset !== 0;
    case "subquery":
      return query.offset !== 0 || hasOffset(query.argument);
    case "call":
      return query.args.some(hasOffset);
    case "binary":
      return hasOffset(query.left) || hasOffset(query.right);
    case "negate":
    case "aggregate":
      return hasOffset(query.argument);
    default:
      return false;
  }
}
