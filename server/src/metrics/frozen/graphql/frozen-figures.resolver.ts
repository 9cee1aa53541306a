import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../../graphql/current-scope.js";
import { Problem } from "../../../graphql/problem.js";
import type { Role } from "../../../scope/role.js";
import type { Scope } from "../../../scope/scope.js";
import { MetricQueryInput } from "../../graphql/metric-query.input.js";
import type { FrozenFigure as Figure } from "../frozen-figure.js";
import { FrozenFiguresService, type FrozenSummary } from "../frozen-figures.service.js";
import {
  FigureRestatementResult,
  FrozenFigureResult,
  FrozenFigureSummary,
  type FigureRestatement,
  type FrozenFigure,
  type FrozenFigureProblem,
} from "./frozen-figures.type.js";

const MAY_FREEZE: ReadonlySet<Role> = new Set(["administrator", "executive", "operations", "analyst"]);
const MAX_CHANGES = 1_000;
const MAX_LISTED = 100;

/** FrozenFiguresResolver freezes answers for reports, and shows what late events, corrections and changed promises have restated since. */
@Resolver()
export class FrozenFiguresResolver {
  constructor(@Inject(FrozenFiguresService) private readonly service: FrozenFiguresService) {}

  @Mutation(() => FrozenFigureResult, {
    description: "Keeps the answer to a question as it is now, for ever; what lies beyond now is cut off.",
  })
  async freezeMetrics(
    @CurrentScope() scope: Scope,
    @Args("title", { type: () => String }) title: string,
    @Args("query", { type: () => MetricQueryInput }) query: MetricQueryInput,
  ): Promise<FrozenFigure | FrozenFigureProblem> {
    if (!MAY_FREEZE.has(scope.role))
      throw new Problem("FORBIDDEN", "Your role cannot freeze figures.", {
        remedy: "Ask an administrator, an executive, an analyst or operations.",
      });
    const frozen = await this.service.freeze(scope, title, query);
    return "code" in frozen ? frozen : buildFigure(frozen);
  }

  @Query(() => FrozenFigureResult, { description: "A frozen figure as it was." })
  async frozenFigure(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<FrozenFigure | FrozenFigureProblem> {
    const found = await this.service.find(scope, id);
    return "code" in found ? found : buildFigure(found);
  }

  @Query(() => [FrozenFigureSummary], { description: "The newest frozen figures; 20 unless told, 100 at most." })
  async frozenFigures(
    @CurrentScope() scope: Scope,
    @Args("first", { type: () => Int, defaultValue: 20 }) first: number,
  ): Promise<FrozenFigureSummary[]> {
    const found = await this.service.list(scope, Math.min(Math.max(first, 1), MAX_LISTED));
    return found.map(buildSummary);
  }

  @Query(() => FigureRestatementResult, { description: "What a frozen figure would say now, and where that differs." })
  async figureRestatement(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<FigureRestatement | FrozenFigureProblem> {
    const restated = await this.service.restate(scope, id);
    if ("code" in restated) return restated;
    const { figure, current, changes } = restated;
    return {
      figure: buildFigure(figure),
      current,
      changeCount: changes.length,
      changes: changes.slice(0, MAX_CHANGES).map((change) => ({ ...change, key: [...change.key] })),
    };
  }
}

function buildSummary({ id, title, hash, asOf, frozenBy, frozenAt, question }: FrozenSummary): FrozenFigureSummary {
  const { metrics, from, to } = question;
  return { id, title, hash, asOf, frozenBy, frozenAt, from, to, metrics: [...metrics] };
}

function buildFigure(figure: Figure): FrozenFigure {
  return { ...buildSummary(figure), result: figure.answer };
}
