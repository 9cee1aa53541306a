import type { DerivedFigure, DerivedFormula, DerivedGiven, DerivedGroup, InputGroup } from "../derived-formula.js";
import { EMPTY_INPUT, listInputs } from "../derived-formula.js";
import { getMetric } from "../metric-catalog.js";
import type { MetricDefinition } from "../metric-definition.js";
import { computeFigure } from "./compute-figure.js";
import type { FigureGroup, FigureTable, KeyedId } from "./figure-table.js";
import type { Plan } from "./plan-metrics.js";
import { readTerm } from "./read-term.js";

/** DerivedInputs is what was answered for the inputs of derived metrics. */
export interface DerivedInputs {
  readonly table: FigureTable;
  readonly plans: readonly Plan[];
}

/** DerivedAsk is a derived metric with its inputs, where its groups go, and what it is computed with. */
export interface DerivedAsk {
  readonly metric: MetricDefinition;
  readonly formula: DerivedFormula;
  readonly inputs: DerivedInputs;
  /** Names of the dimensions and attributes of the question, in order. */
  readonly names: readonly string[];
  /** Starts of the buckets with the length of each in days; empty for totals only. */
  readonly buckets: readonly { readonly start: number; readonly days: number }[];
  readonly given: DerivedGiven;
}

/** DerivedTable holds the figures of derived metrics by group and bucket. */
export class DerivedTable {
  private readonly figures = new Map<string, DerivedFigure>();

  /** find returns the figure of a metric for a group, of the whole range or of a bucket. */
  find(metric: string, key: readonly KeyedId[], bucket?: number): DerivedFigure | undefined {
    return this.figures.get(renderId(metric, key, bucket));
  }

  /** add computes a derived metric for every group its inputs have, and opens those groups in the table of the answer. */
  add(ask: DerivedAsk, table: FigureTable): void {
    const groups = collectGroups(ask);
    for (const { key } of groups) table.open(key).metrics.add(ask.metric.id);
    this.put(ask, groups, undefined, ask.given.days);
    for (const { start, days } of ask.buckets) this.put(ask, groups, start, days);
  }

  private put(ask: DerivedAsk, groups: readonly Collected[], bucket: number | undefined, days: number): void {
    const asked: DerivedGroup[] = groups.map(({ key, members }) => ({
      find: (dimension) => findId(key, dimension),
      inputs: members.map((member) => buildInput(ask, member, bucket)),
    }));
    const figures = ask.formula.compute(asked, { ...ask.given, days });
    groups.forEach(({ key }, position) => {
      const figure = figures[position];
      if (figure !== undefined) this.figures.set(renderId(ask.metric.id, key, bucket), figure);
    });
  }
}

interface Collected {
  readonly key: readonly KeyedId[];
  readonly members: FigureGroup[];
}

/** Groups of the inputs by the part of their key that the question asks for; without dimensions there is one, also when nothing happened. */
function collectGroups({ inputs, names }: DerivedAsk): Collected[] {
  const collected = new Map<string, Collected>();
  if (names.length === 0) collected.set("[]", { key: [], members: [] });
  for (const member of inputs.table.groups.values()) {
    const key = names.map((dimension) => ({ dimension, id: findId(member.key, dimension) }));
    const name = JSON.stringify(key.map((part) => part.id));
    const known = collected.get(name) ?? { key, members: [] };
    known.members.push(member);
    collected.set(name, known);
  }
  return [...collected.values()];
}

function buildInput({ inputs }: DerivedAsk, member: FigureGroup, bucket: number | undefined): InputGroup {
  return {
    find: (dimension) => findId(member.key, dimension),
    read(id) {
      // Of a split metric only groups that have rows of it have a figure; a plain one is 0 in a group made by another.
      if (!member.metrics.has(id)) return EMPTY_INPUT;
      const metric = getMetric(id);
      return computeFigure(metric, (term) => readTerm(inputs, member, metric, term, bucket));
    },
  };
}

function findId(key: readonly KeyedId[], dimension: string): string {
  return key.find((part) => part.dimension === dimension)?.id ?? "";
}

function renderId(metric: string, key: readonly KeyedId[], bucket: number | undefined): string {
  return JSON.stringify([metric, bucket ?? null, ...key.map((part) => part.id)]);
}

/** listDerivedInputs returns the metrics that a derived metric is computed from, those of inputs that are derived themselves left out. */
export function listDerivedInputs(formula: DerivedFormula, lookedAt: string): readonly MetricDefinition[] {
  return listInputs(formula, lookedAt).map((id) => getMetric(id));
}
