import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Scope } from "../../scope/scope.js";
import { SavedViewsService } from "../saved-views.service.js";
import {
  DeleteViewResult,
  SavedView,
  SaveViewResult,
  type DeletedView,
  type SavedViewProblem,
} from "./saved-view.type.js";

/** SavedViewsResolver keeps addresses of the pages under names, for whoever asks alone. */
@Resolver()
export class SavedViewsResolver {
  constructor(@Inject(SavedViewsService) private readonly service: SavedViewsService) {}

  @Query(() => [SavedView], { description: "The saved views of whoever asks, by title; nobody else's." })
  savedViews(@CurrentScope() scope: Scope): Promise<SavedView[]> {
    return this.service.list(scope);
  }

  @Mutation(() => SaveViewResult, {
    description: "Gives an address of the pages a name; a view of the same title is replaced.",
  })
  saveView(
    @CurrentScope() scope: Scope,
    @Args("title", { type: () => String }) title: string,
    @Args("address", { type: () => String, description: "Path and query, such as /runs?state=overdue." })
    address: string,
  ): Promise<SavedView | SavedViewProblem> {
    return this.service.save(scope, title, address);
  }

  @Mutation(() => DeleteViewResult, { description: "Takes a saved view of whoever asks away." })
  async deleteView(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<DeletedView | SavedViewProblem> {
    const deleted = await this.service.delete(scope, id);
    return typeof deleted === "string" ? { id: deleted } : deleted;
  }
}
