import { Inject } from "@nestjs/common";
import { Args, ID, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { Problem } from "../../graphql/problem.js";
import { ScopeFilterInput } from "../../graphql/scope-filter.input.js";
import type { Scope } from "../../scope/scope.js";
import { PromotionsService } from "../promotions.service.js";
import { Promotion, PromotionDetail } from "./promotion.type.js";

/** PromotionsResolver answers the launch board. */
@Resolver()
export class PromotionsResolver {
  constructor(@Inject(PromotionsService) private readonly service: PromotionsService) {}

  @Query(() => [Promotion], {
    description:
      "Promotions that start in a range, worst first; from three days ago to two weeks ahead unless told, at most 500.",
  })
  async promotions(
    @CurrentScope() scope: Scope,
    @Args("filter", { type: () => ScopeFilterInput, nullable: true }) filter?: ScopeFilterInput | null,
    @Args("from", { type: () => DateTimeScalar, nullable: true }) from?: Date | null,
    @Args("to", { type: () => DateTimeScalar, nullable: true }) to?: Date | null,
  ): Promise<readonly Promotion[]> {
    const answer = await this.service.list(scope, { filter: filter ?? null, from: from ?? null, to: to ?? null });
    if ("refusal" in answer) throw new Problem("BAD_USER_INPUT", answer.refusal.message, answer.refusal);
    return answer.promotions;
  }

  @Query(() => PromotionDetail, {
    nullable: true,
    description: "One promotion with every target; null when there is none in scope.",
  })
  async promotion(
    @CurrentScope() scope: Scope,
    @Args("client", { type: () => ID }) client: string,
    @Args("change", { type: () => ID }) change: string,
  ): Promise<PromotionDetail | null> {
    return (await this.service.find(scope, { client, change })) ?? null;
  }
}
