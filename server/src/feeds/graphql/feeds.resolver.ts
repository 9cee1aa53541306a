import { Inject } from "@nestjs/common";
import { Args, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { ScopeFilterInput } from "../../graphql/scope-filter.input.js";
import type { Scope } from "../../scope/scope.js";
import type { FeedView } from "../feed-view.js";
import { FeedsService } from "../feeds.service.js";
import { Feed } from "./feed.type.js";

/** FeedsResolver answers `feeds`. */
@Resolver()
export class FeedsResolver {
  constructor(@Inject(FeedsService) private readonly service: FeedsService) {}

  @Query(() => [Feed], {
    description: "Declared and learned feeds within the scope, the quietest against its cadence first.",
  })
  feeds(
    @CurrentScope() scope: Scope,
    @Args("filter", { type: () => ScopeFilterInput, nullable: true }) filter?: ScopeFilterInput | null,
  ): Promise<readonly FeedView[]> {
    return this.service.find(scope, filter);
  }
}
