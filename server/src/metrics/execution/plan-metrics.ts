import type { Reach } from "../../scope/reach.js";
import { compileCoverage } from "../compiler/compile-coverage.js";
import { compileFlow } from "../compiler/compile-flow.js";
import { compileSilence } from "../compiler/compile-silence.js";
import { compileSpan } from "../compiler/compile-span.js";
import { compileState } from "../compiler/compile-state.js";
import type { FeedKnowledge } from "../compiler/feed-knowledge.js";
import type { Statement } from "../compiler/statement.js";
import { readTerms } from "../metric-catalog.js";
import type { FlowTerm, MetricDefinition, SpanTerm, Term } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import { chooseSplits } from "./choose-splits.js";
import { planRolled } from "./plan-rolled.js";
import type { RolledFacts } from "./rolled-facts.js";

/** PlanQuestion is the part of a query that decides its statements. */
export interface PlanQuestion {
  readonly metrics: readonly MetricDefinition[];
  readonly dimensions: readonly Dimension[];
  readonly attributes: readonly string[];
  readonly measures: readonly string[] | null;
  readonly from: Date;
  readonly asOf: Date;
  readonly edges: readonly number[] | undefined;
  readonly now: Date;
  readonly knowledge: FeedKnowledge;
  /** Absent = everything is answered from the rows. */
  readonly rolled?: RolledFacts | undefined;
}

/** Plan is one statement, and which column of its rows answers which term. */
export interface Plan {
  readonly statement: Statement;
  readonly form: "flow" | "span" | "silence" | "coverage";
  /** Dimensions of its rows: those of the question and those its metrics are split by. */
  readonly dimensions: readonly Dimension[];
  readonly splits: readonly Dimension[];
  readonly metrics: readonly string[];
  readonly columnOf: ReadonlyMap<Term, string>;
  readonly instants: readonly number[];
}

interface Draft {
  readonly terms: Map<Term, string>;
  readonly splits: readonly Dimension[];
  readonly metrics: Set<string>;
  readonly sample: Term;
}

/** buildInstants returns the ends of the buckets that have begun, or only `asOf`; sorted, the last is `asOf`. */
export function buildInstants(edges: readonly number[] | undefined, asOf: Date): number[] {
  const asOfMs = asOf.getTime();
  if (edges === undefined) return [asOfMs];
  const ends = edges
    .slice(1)
    .filter((_, position) => (edges[position] ?? 0) < asOfMs)
    .map((end) => Math.min(end, asOfMs));
  return [...new Set([...ends, asOfMs])].sort((a, b) => a - b);
}

/** planMetrics puts terms of the same source, instant and split into one statement each. */
export function planMetrics(reach: Reach, question: PlanQuestion): Plan[] {
  const drafts = new Map<string, Draft>();
  for (const metric of question.metrics) {
    const splits = chooseSplits(metric, question);
    for (const [position, term] of readTerms(metric).entries()) {
      const key = `${term.form} ${term.source} ${describeForm(term)} ${splits.join()}`;
      const draft = drafts.get(key) ?? {
        terms: new Map<Term, string>(),
        splits,
        metrics: new Set<string>(),
        sample: term,
      };
      draft.terms.set(term, draft.terms.get(term) ?? `${metric.id}_${position + 1}`);
      draft.metrics.add(metric.id);
      drafts.set(key, draft);
    }
  }
  return [...drafts.values()].flatMap((draft) => compileDraft(reach, question, draft));
}

function describeForm(term: Term): string {
  if (term.form === "flow") return term.at;
  return term.form === "feed" ? (term.figure === "silence" ? "silence" : "coverage") : "instant";
}

function compileDraft(reach: Reach, question: PlanQuestion, draft: Draft): Plan[] {
  const { sample, splits } = draft;
  const dimensions = [...question.dimensions, ...splits];
  const isMoney = splits.includes("CURRENCY") && sample.source !== "measure";
  const instants = buildInstants(question.edges, question.asOf);
  const bounds = question.edges?.slice(0, -1);
  const shared = { dimensions, splits, metrics: [...draft.metrics], columnOf: draft.terms, instants };
  const asked = { dimensions, attributes: question.attributes, from: question.from, asOf: question.asOf, isMoney };
  if (sample.form === "flow") {
    const terms = [...draft.terms].filter((entry): entry is [FlowTerm, string] => entry[0].form === "flow");
    const rolled = planRolled(reach, { ...asked, terms, bounds }, question.rolled);
    if (rolled !== undefined) return rolled.map((part) => ({ ...shared, form: "flow", ...part }));
    const columns = terms.map(([term, alias]) => ({ alias, sql: term.sql }));
    if (sample.source === "measure") columns.push({ alias: "unit_text", sql: "any(unit)" });
    const statement = compileFlow(reach, { ...asked, source: sample.source, at: sample.at, columns, bounds });
    return [{ ...shared, form: "flow", statement }];
  }
  if (sample.form === "span") {
    const terms = [...draft.terms]
      .filter((entry): entry is [SpanTerm, string] => entry[0].form === "span")
      .map(([term, alias]) => ({ alias, term }));
    const states = { ...asked, source: sample.source, terms, instants, now: question.now };
    return bounds === undefined
      ? [{ ...shared, form: "flow", statement: compileState(reach, states) }]
      : [{ ...shared, form: "span", statement: compileSpan(reach, states) }];
  }
  const { knowledge, now, asOf } = question;
  if (sample.figure === "silence")
    return [
      {
        ...shared,
        form: "silence",
        statement: compileSilence(reach, { knowledge, dimensions, instants, isNow: asOf >= now }),
      },
    ];
  const statement = compileCoverage(reach, { ...asked, knowledge, bounds: undefined });
  return [{ ...shared, form: "coverage", statement }];
}

/** planCoverageSeries is the second statement of coverage: its totals are lengths, its buckets name every slice. */
export function planCoverageSeries(reach: Reach, question: PlanQuestion, plan: Plan): Plan {
  const { knowledge, from, asOf } = question;
  return {
    ...plan,
    statement: compileCoverage(reach, {
      knowledge,
      from,
      asOf,
      dimensions: plan.dimensions,
      bounds: question.edges?.slice(0, -1),
    }),
  };
}
