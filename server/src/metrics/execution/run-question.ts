import type { Reach } from "../../scope/reach.js";
import { MAX_ROWS } from "../compiler/compile-flow.js";
import { DEFAULT_LOOKED_AT, type DerivedFormula } from "../derived-formula.js";
import { getMetric } from "../metric-catalog.js";
import type { MetricDefinition } from "../metric-definition.js";
import { buildAssumptions } from "../settings/metric-assumptions.js";
import { DerivedTable, listDerivedInputs } from "./derived-table.js";
import { FigureTable } from "./figure-table.js";
import { findRolledFacts, holdsStill, type RolledSources } from "./find-rolled-facts.js";
import { planMetrics, planSeries, type Plan, type PlanQuestion } from "./plan-metrics.js";
import type { PlanRunner, RanPlan } from "./plan-runner.js";
import type { Answered } from "./read-term.js";

/** AnsweredQuestion is everything the engine answered for a range, derived metrics included. */
export interface AnsweredQuestion extends Answered {
  readonly derived: DerivedTable;
}

/** RunQuestion is what is run: a plan question and what derived metrics need. */
export interface RunQuestion extends PlanQuestion {
  readonly lookedAt?: string | undefined;
  readonly minimumSample: number;
}

/** QuestionSources is where answers come from: plans are run, and rollups are asked what they know. */
export interface QuestionSources extends RolledSources {
  readonly runner: PlanRunner;
}

type Derived = { metric: MetricDefinition; formula: DerivedFormula };

const DAY_MS = 86_400_000;

/** runQuestion runs every statement of a question and computes its derived metrics; undefined = too many rows. Rejects with a `ClickHouseFailure`. */
export async function runQuestion(
  sources: QuestionSources,
  reach: Reach,
  question: RunQuestion,
): Promise<AnsweredQuestion | undefined> {
  const derived = question.metrics.flatMap((metric): Derived[] =>
    metric.formula.form === "derived" ? [{ metric, formula: metric.formula }] : [],
  );
  const plain = question.metrics.filter((metric) => metric.formula.form !== "derived");
  const lookedAt = question.lookedAt ?? DEFAULT_LOOKED_AT;
  const byDimensions = groupByDimensions(derived, question);
  const [own, ...inputs] = await Promise.all([
    readTable(sources, reach, { ...question, metrics: plain }),
    ...byDimensions.map(({ dimensions, members }) => {
      const metrics = new Set(members.flatMap(({ formula }) => listDerivedInputs(formula, lookedAt)));
      return readTable(sources, reach, { ...question, dimensions, metrics: [...metrics] });
    }),
  ]);
  if (own === undefined || inputs.some((each) => each === undefined)) return undefined;
  const table = new DerivedTable();
  byDimensions.forEach(({ members }, position) => {
    const answered = inputs[position];
    if (answered === undefined) return;
    for (const { metric, formula } of members)
      table.add({ ...buildAsk(question, lookedAt), metric, formula, inputs: answered }, own.table);
  });
  return { table: own.table, derived: table, plans: [...own.plans, ...inputs.flatMap((each) => each?.plans ?? [])] };
}

/** Derived metrics that fold away the same dimensions share their statements. */
function groupByDimensions(derived: readonly Derived[], question: RunQuestion) {
  const groups = new Map<string, { dimensions: PlanQuestion["dimensions"]; members: Derived[] }>();
  for (const each of derived) {
    const dimensions = [...new Set([...question.dimensions, ...each.formula.over])];
    const known = groups.get(dimensions.join()) ?? { dimensions, members: [] };
    known.members.push(each);
    groups.set(dimensions.join(), known);
  }
  return [...groups.values()];
}

function buildAsk(question: RunQuestion, lookedAt: string) {
  const { from, asOf, edges = [], dimensions, attributes } = question;
  const daysUntil = (start: number, end: number) =>
    Math.max(0, Math.min(end, asOf.getTime()) - Math.max(start, from.getTime())) / DAY_MS;
  return {
    names: [...dimensions, ...attributes],
    buckets: edges
      .slice(0, -1)
      .map((start, position) => ({ start, days: daysUntil(start, edges[position + 1] ?? start) })),
    given: {
      lookedAt,
      isHigherBetter: getMetric(lookedAt).better !== "LOWER",
      minimumSample: question.minimumSample,
      assumptions: question.assumptions ?? buildAssumptions([], asOf),
      days: daysUntil(from.getTime(), asOf.getTime()),
    },
  };
}

async function readTable(
  sources: QuestionSources,
  reach: Reach,
  question: PlanQuestion,
): Promise<Answered | undefined> {
  const rolled = await findRolledFacts(sources, reach, question);
  const answered = await runPlans(sources, reach, { ...question, rolled });
  if (rolled === undefined || (await holdsStill(sources, reach, rolled))) return answered;
  // What is promised changed while cells were read.
  return runPlans(sources, reach, { ...question, rolled: undefined });
}

async function runPlans(sources: QuestionSources, reach: Reach, question: PlanQuestion): Promise<Answered | undefined> {
  const plans = planMetrics(reach, question).flatMap((plan) => [plan, ...planSeries(reach, question, plan)]);
  const answers = await Promise.all(plans.map((plan) => sources.runner.run(plan)));
  if (answers.some(({ rows }) => rows.length > MAX_ROWS)) return undefined;
  const table = new FigureTable(question.attributes, question.edges?.slice(0, -1) ?? []);
  plans.forEach((plan, position) => table.addRows(plan, answers[position]?.rows ?? []));
  return { table, plans: plans.map((plan, position) => ({ ...plan, ...pickStatement(answers[position]) })) };
}

function pickStatement(ran: RanPlan | undefined): Partial<Pick<Plan, "statement">> {
  return ran === undefined ? {} : { statement: ran.statement };
}
