import { Inject } from "@nestjs/common";
import { Args, Int, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { Problem } from "../../graphql/problem.js";
import type { Scope } from "../../scope/scope.js";
import { ExceptionListService, type ExceptionPage } from "../list/exception-list.service.js";
import type { ExceptionClassTotal as ClassTotal } from "../list/ranked-exception.js";
import { ExceptionFilterInput } from "./exception-filter.input.js";
import { ExceptionClassTotal, ExceptionConnection } from "./ranked-exception.type.js";

/** ExceptionsResolver answers `exceptions`. */
@Resolver(() => ExceptionConnection)
export class ExceptionsResolver {
  constructor(@Inject(ExceptionListService) private readonly service: ExceptionListService) {}

  @Query(() => ExceptionConnection, {
    description: "What people must look at within the scope of whoever asks, worst first unless told.",
  })
  async exceptions(
    @CurrentScope() scope: Scope,
    @Args("filter", { type: () => ExceptionFilterInput, nullable: true }) filter?: ExceptionFilterInput | null,
    @Args("first", { type: () => Int, nullable: true, description: "1 to 200; 50 unless told." }) first?: number | null,
    @Args("after", { type: () => String, nullable: true }) after?: string | null,
  ): Promise<ExceptionPage> {
    const answer = await this.service.list(scope, { filter: filter ?? {}, first, after });
    if ("refusal" in answer) throw new Problem("BAD_USER_INPUT", answer.refusal.message, answer.refusal);
    return answer.page;
  }

  @ResolveField(() => Int, { description: "All exceptions of the filter, counted up to 100,000." })
  totalCount(@Parent() page: ExceptionPage): Promise<number> {
    return page.count();
  }

  @ResolveField(() => [ExceptionClassTotal], {
    description: "Totals by class of the filter, whichever classes it names; most first.",
  })
  classes(@Parent() page: ExceptionPage): Promise<ClassTotal[]> {
    return page.findClasses();
  }
}
