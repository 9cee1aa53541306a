import { Inject } from "@nestjs/common";
import { Args, Int, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { ScopeFilterInput } from "../../graphql/scope-filter.input.js";
import { checkFirst } from "../../runs/graphql/check-first.js";
import type { Scope } from "../../scope/scope.js";
import type { ObligationView } from "../obligations/build-obligation-views.js";
import type { StoreTile } from "../wall/build-store-wall.js";
import { LiveService } from "../live.service.js";
import { ObligationGroup } from "./obligation-group.type.js";
import { StoreState } from "./store-state.type.js";

/** LiveResolver answers `storeWall` and `worstObligations`. */
@Resolver()
export class LiveResolver {
  constructor(@Inject(LiveService) private readonly service: LiveService) {}

  @Query(() => [StoreState], { description: "Every store within the scope, with the worst thing true of it now." })
  storeWall(
    @CurrentScope() scope: Scope,
    @Args("filter", { type: () => ScopeFilterInput, nullable: true }) filter?: ScopeFilterInput | null,
  ): Promise<readonly StoreTile[]> {
    return this.service.findStoreWall(scope, filter);
  }

  @Query(() => [ObligationGroup], { description: "Overdue runs by client, workflow and change, most money first." })
  worstObligations(
    @CurrentScope() scope: Scope,
    @Args("filter", { type: () => ScopeFilterInput, nullable: true }) filter?: ScopeFilterInput | null,
    @Args("first", { type: () => Int, nullable: true, description: "1 to 200; 10 unless told." }) first?: number | null,
  ): Promise<ObligationView[]> {
    return this.service.findWorstObligations(scope, filter, checkFirst(first ?? 10));
  }
}
