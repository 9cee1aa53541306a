import type { Reach } from "../../scope/reach.js";
import type { MetricAssumptions } from "../settings/metric-assumptions.js";
import { compileByStamps } from "../compiler/compile-by-stamps.js";
import { compileAged } from "../compiler/compile-aged.js";
import { compileCoverage } from "../compiler/compile-coverage.js";
import { compileDrift } from "../compiler/compile-drift.js";
import { compileFlow } from "../compiler/compile-flow.js";
import { compileSilence } from "../compiler/compile-silence.js";
import { compileSpan } from "../compiler/compile-span.js";
import { compileState } from "../compiler/compile-state.js";
import type { FeedKnowledge } from "../compiler/feed-knowledge.js";
import type { Statement } from "../compiler/statement.js";
import { readTerms } from "../metric-catalog.js";
import type { FeedTerm, FlowTerm, MetricDefinition, SpanTerm, Term } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import { chooseSplits } from "./choose-splits.js";
import type { FlowAsk } from "./plan-runner.js";
import { planRolled } from "./plan-rolled.js";
import type { RolledFacts } from "./rolled-facts.js";

/** PlanQuestion is the part of a query that decides its statements. */
export interface PlanQuestion {
  readonly metrics: readonly MetricDefinition[];
  readonly dimensions: readonly Dimension[];
  readonly attributes: readonly string[];
  readonly measures: readonly string[] | null;
  readonly steps?: readonly string[] | null;
  readonly from: Date;
  readonly asOf: Date;
  readonly edges: readonly number[] | undefined;
  readonly now: Date;
  readonly knowledge: FeedKnowledge;
  /** What the tenant stated that figures are computed with; the standard where absent. */
  readonly assumptions?: MetricAssumptions;
  /** Absent = everything is answered from the rows. */
  readonly rolled?: RolledFacts | undefined;
}

/** Plan is one statement, and which column of its rows answers which term. */
export interface Plan {
  readonly statement: Statement;
  /** What the statement was compiled from, where it may be run together with others. */
  readonly flow?: FlowAsk;
  readonly form: "flow" | "span" | "silence" | "coverage" | "aged";
  /** Dimensions of its rows: those of the question and those its metrics are split by. */
  readonly dimensions: readonly Dimension[];
  readonly splits: readonly Dimension[];
  readonly metrics: readonly string[];
  readonly columnOf: ReadonlyMap<Term, string>;
  readonly instants: readonly number[];
  /** The column that counts the rows behind a group; `row_count` unless told. */
  readonly rowCount?: string;
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
  const all = [...drafts.values()];
  const rolled = planRolledDrafts(reach, question, all);
  return all.flatMap((draft, position) => rolled[position] ?? [compileDraft(reach, question, draft)]);
}

function describeForm(term: Term): string {
  if (term.form === "flow") return term.at;
  if (term.form === "aged") return `${term.population} ${term.enter} ${term.leave}`;
  if (term.form === "drift") return term.form;
  return term.form === "feed" ? (term.figure === "silence" ? "silence" : "coverage") : "instant";
}

function describePlan({ terms, splits, metrics }: Draft, question: PlanQuestion) {
  const dimensions = [...question.dimensions, ...splits];
  const instants = buildInstants(question.edges, question.asOf);
  return { dimensions, splits, metrics: [...metrics], columnOf: terms, instants };
}

/** planRolledDrafts answers drafts from rollups where they can; undefined = from the rows. */
function planRolledDrafts(
  reach: Reach,
  question: PlanQuestion,
  drafts: readonly Draft[],
): (readonly Plan[] | undefined)[] {
  const { attributes, from, asOf, edges } = question;
  const asked = drafts.map((draft) => ({
    ...{ attributes, from, asOf, bounds: edges?.slice(0, -1) },
    dimensions: describePlan(draft, question).dimensions,
    terms: [...draft.terms].filter((entry): entry is [FlowTerm, string] => entry[0].form === "flow"),
  }));
  const rolled = planRolled(reach, asked, question.rolled);
  return drafts.map((draft, position) =>
    rolled[position]?.map((part): Plan => ({ ...describePlan(draft, question), form: "flow", ...part })),
  );
}

function compileDraft(reach: Reach, question: PlanQuestion, draft: Draft): Plan {
  const { sample, splits } = draft;
  const by = (compile: (reach: Reach) => Statement) => compileByStamps(reach, compile);
  const shared = describePlan(draft, question);
  const { dimensions, instants } = shared;
  const isMoney = splits.includes("CURRENCY") && sample.source !== "measure";
  const bounds = question.edges?.slice(0, -1);
  const asked = { dimensions, attributes: question.attributes, from: question.from, asOf: question.asOf, isMoney };
  if (sample.form === "flow") {
    const columns = listColumns(draft, "flow");
    if (sample.source === "measure") columns.push({ alias: "unit_text", sql: "any(unit)" });
    const flow = { ...asked, source: sample.source, at: sample.at, columns, bounds, now: question.now };
    const statement = by((chosen) => compileFlow(chosen, flow));
    return { ...shared, form: "flow", statement, flow: { reach, question: flow } };
  }
  if (sample.form === "span") {
    const terms = [...draft.terms]
      .filter((entry): entry is [SpanTerm, string] => entry[0].form === "span")
      .map(([term, alias]) => ({ alias, term }));
    const states = { ...asked, source: sample.source, terms, instants, now: question.now };
    return bounds === undefined
      ? { ...shared, form: "flow", statement: by((chosen) => compileState(chosen, states)) }
      : { ...shared, form: "span", statement: by((chosen) => compileSpan(chosen, states)) };
  }
  if (sample.form === "aged") {
    const aged = { ...asked, sample, columns: listColumns(draft, "aged"), buckets: undefined };
    const { now, assumptions } = question;
    return { ...shared, form: "aged", statement: by((chosen) => compileAged(chosen, { ...aged, now, assumptions })) };
  }
  if (sample.form === "drift") {
    const columns = listDriftColumns(draft);
    return { ...shared, form: "flow", statement: compileDrift(reach, { ...asked, columns, bounds }) };
  }
  return { ...shared, ...compileFeedDraft(reach, question, { sample, asked, instants }) };
}

/** FeedDraft is a draft of a figure of feeds. */
interface FeedDraft {
  readonly sample: FeedTerm;
  readonly asked: { readonly dimensions: readonly Dimension[]; readonly from: Date; readonly asOf: Date };
  readonly instants: readonly number[];
}

function compileFeedDraft(
  reach: Reach,
  { knowledge, now, asOf }: PlanQuestion,
  { sample, asked, instants }: FeedDraft,
): Pick<Plan, "form" | "statement"> {
  if (sample.figure !== "silence")
    return { form: "coverage", statement: compileCoverage(reach, { ...asked, knowledge, bounds: undefined }) };
  const { dimensions } = asked;
  return {
    form: "silence",
    statement: compileSilence(reach, { knowledge, dimensions, instants, isNow: asOf >= now }),
  };
}

function listDriftColumns(draft: Draft) {
  return [...draft.terms].flatMap(([term, alias]) => (term.form === "drift" ? [{ alias, figure: term.figure }] : []));
}

function listColumns(draft: Draft, form: "flow" | "aged"): { alias: string; sql: string }[] {
  return [...draft.terms].flatMap(([term, alias]) => (term.form === form ? [{ alias, sql: term.sql }] : []));
}

/** planSeries returns the second statement of plans whose buckets do not add up to their total. */
export function planSeries(reach: Reach, question: PlanQuestion, plan: Plan): Plan[] {
  if (question.edges === undefined) return [];
  if (plan.form === "coverage") return [planCoverageSeries(reach, question, plan)];
  return plan.form === "aged" ? [planAgedSeries(reach, question, plan)] : [];
}

/** planAgedSeries looks at ages at the end of each bucket that has begun. */
function planAgedSeries(reach: Reach, question: PlanQuestion, plan: Plan): Plan {
  const terms = [...plan.columnOf].flatMap(([term, alias]) => (term.form === "aged" ? [{ term, alias }] : []));
  const [first] = terms;
  if (first === undefined) return plan;
  const { attributes, from, asOf, now, assumptions } = question;
  const instants = buildInstants(question.edges, asOf);
  return {
    ...plan,
    statement: compileAged(reach, {
      ...{ attributes, from, asOf, now, assumptions, sample: first.term },
      columns: terms.map(({ term, alias }) => ({ alias, sql: term.sql })),
      dimensions: plan.dimensions,
      isMoney: plan.splits.includes("CURRENCY"),
      buckets: { starts: (question.edges ?? []).slice(0, instants.length), instants },
    }),
  };
}

/** planCoverageSeries is the second statement of coverage: its totals are lengths, its buckets name every slice. */
function planCoverageSeries(reach: Reach, question: PlanQuestion, plan: Plan): Plan {
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
