import { createHash, randomUUID } from "node:crypto";
import type { Postgres } from "@watchfloor/sql";
import { buildScope, type Scope, type ScopeLimits } from "../../scope/scope.js";
import type { MetricAnswer } from "../execution/metric-answer.js";
import type { MetricOutcome, MetricsService } from "../execution/metrics.service.js";
import type { MetricQuestion } from "../query/metric-query.js";
import { compareFrozen, type FigureChange } from "./compare-frozen.js";
import { coversLimits } from "./covers-limits.js";
import type { FrozenFigure, FrozenProblem } from "./frozen-figure.js";
import { FrozenFiguresRepository, type FrozenRow } from "./frozen-figures.repository.js";

const MAX_TITLE_LENGTH = 200;
/** Some 20,000 values; a report has a few hundred. */
const MAX_ANSWER_LENGTH = 4_000_000;
const MAX_LISTED = 200;

const NOT_FOUND: FrozenProblem = {
  code: "NOT_FOUND",
  message: "There is no frozen figure of this id that you may see.",
};

/** FrozenSummary is a frozen figure without its answer. */
export type FrozenSummary = Omit<FrozenFigure, "answer">;

/** Restatement is what a frozen figure would say now, and where that differs. */
export interface Restatement {
  readonly figure: FrozenFigure;
  readonly current: MetricAnswer;
  readonly changes: readonly FigureChange[];
}

/**
 * FrozenFiguresService freezes answers and says what has been restated since. A frozen figure keeps its values for ever: late events,
 * corrections and changed promises show beside it, never in it. It is read by whoever sees all that its author saw.
 */
export class FrozenFiguresService {
  private readonly repository: FrozenFiguresRepository;

  constructor(private readonly parts: { postgres: Postgres; metrics: MetricsService; now: () => Date }) {
    this.repository = new FrozenFiguresRepository(parts.postgres);
  }

  /** freeze asks and keeps the answer. What lies beyond now is cut off: a figure of the future would change by itself. */
  async freeze(scope: Scope, title: string, question: MetricQuestion): Promise<FrozenFigure | FrozenProblem> {
    const prepared = await this.prepare(scope, title, question);
    if ("code" in prepared) return prepared;
    await this.repository.insert(prepared.row);
    return prepared.figure;
  }

  /** prepare does what `freeze` does and keeps nothing: the row is for whoever keeps it together with other things. */
  async prepare(
    scope: Scope,
    title: string,
    question: MetricQuestion,
  ): Promise<{ readonly row: FrozenRow; readonly figure: FrozenFigure } | FrozenProblem> {
    const named = title.trim();
    if (named === "" || named.length > MAX_TITLE_LENGTH)
      return { code: "INVALID", message: `A title of 1 to ${MAX_TITLE_LENGTH} characters is needed.` };
    const frozenAt = this.parts.now();
    const asked = { ...question, to: new Date(Math.min(question.to.getTime(), frozenAt.getTime())) };
    const outcome = await this.ask(scope, asked);
    if (!outcome.isAnswered) return refuse(outcome.refusal);
    const answer = JSON.stringify({ ...outcome.answer, sql: null });
    if (answer.length > MAX_ANSWER_LENGTH)
      return { code: "TOO_LARGE", message: "The answer is too large to be frozen: ask for fewer groups or points." };
    const row: FrozenRow = {
      ...{ tenant: scope.tenant, id: randomUUID(), title: named, question: JSON.stringify(asked), answer },
      ...{ hash: hashText(answer), limits: JSON.stringify(readLimits(scope)), asOf: outcome.answer.asOf },
      ...{ frozenBy: scope.subjectId, frozenAt },
    };
    return { row, figure: readFigure(row) };
  }

  /** find returns a frozen figure as it was. */
  async find(scope: Scope, id: string): Promise<FrozenFigure | FrozenProblem> {
    const row = await this.repository.find(scope.tenant, id);
    const figure = row === undefined ? undefined : readFigure(row);
    return figure !== undefined && coversLimits(scope, figure.limits) ? figure : NOT_FOUND;
  }

  /** list returns the newest frozen figures that a scope may see, `first` at most. */
  async list(scope: Scope, first: number): Promise<FrozenSummary[]> {
    const rows = await this.repository.list(scope.tenant, MAX_LISTED);
    return rows
      .map(readSummary)
      .filter(({ limits }) => coversLimits(scope, limits))
      .slice(0, first);
  }

  /** restate asks the question of a frozen figure anew, within the limits in which it was frozen. */
  async restate(scope: Scope, id: string): Promise<Restatement | FrozenProblem> {
    const figure = await this.find(scope, id);
    if ("code" in figure) return figure;
    const { tenant, role, subjectId } = scope;
    const outcome = await this.ask(buildScope({ ...figure.limits, tenant, role, subjectId }), figure.question);
    if (!outcome.isAnswered) return refuse(outcome.refusal);
    return { figure, current: outcome.answer, changes: compareFrozen(figure.answer, outcome.answer) };
  }

  private ask(scope: Scope, question: MetricQuestion): Promise<MetricOutcome> {
    return this.parts.metrics.ask(scope, question, { coverage: true });
  }
}

function refuse({ detail, remedy }: { detail: string; remedy: string }): FrozenProblem {
  return { code: "INVALID", message: `${detail} ${remedy}` };
}

function readLimits({ clients, regions, stores, channels, partners }: Scope): ScopeLimits {
  return { clients, regions, stores, channels, partners };
}

function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function readFigure(row: FrozenRow): FrozenFigure {
  return { ...readSummary(row), answer: JSON.parse(row.answer, reviveInstant) as MetricAnswer };
}

function readSummary({ id, title, question, hash, limits, asOf, frozenBy, frozenAt }: Omit<FrozenRow, "answer">) {
  return {
    ...{ id, title, hash, asOf, frozenBy, frozenAt },
    question: JSON.parse(question, reviveInstant) as MetricQuestion,
    limits: JSON.parse(limits) as ScopeLimits,
  };
}

const INSTANTS: ReadonlySet<string> = new Set(["from", "to", "asOf", "at"]);

function reviveInstant(name: string, value: unknown): unknown {
  return INSTANTS.has(name) && typeof value === "string" ? new Date(value) : value;
}
