import { Inject } from "@nestjs/common";
import { Args, Resolver, Subscription } from "@nestjs/graphql";
import { CurrentContext } from "../../graphql/current-context.js";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { RequestContext } from "../../graphql/request-context.js";
import { ScopeFilterInput } from "../../graphql/scope-filter.input.js";
import type { Scope } from "../../scope/scope.js";
import { ChangesService } from "../changes/changes.service.js";
import { ChangeNotice } from "./change-notice.type.js";

/** ChangesResolver answers the subscription `changes`. */
@Resolver()
export class ChangesResolver {
  constructor(@Inject(ChangesService) private readonly service: ChangesService) {}

  @Subscription(() => ChangeNotice, {
    description:
      "What was stored within the scope since the last notice, at most twice a second; ends with sign-out or a change of scope.",
    resolve: (notice: ChangeNotice) => notice,
  })
  changes(
    @CurrentScope() scope: Scope,
    @CurrentContext() { headers }: RequestContext,
    @Args("filter", { type: () => ScopeFilterInput, nullable: true }) filter?: ScopeFilterInput | null,
  ): AsyncIterableIterator<unknown> {
    return this.service.subscribe({ scope, headers, filter });
  }
}
