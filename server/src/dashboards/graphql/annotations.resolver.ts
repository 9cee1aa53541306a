import { Inject } from "@nestjs/common";
import { Args, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { Problem } from "../../graphql/problem.js";
import { ScopeFilterInput } from "../../graphql/scope-filter.input.js";
import type { Scope } from "../../scope/scope.js";
import type { AnnotationKind } from "../annotations/annotation.js";
import { AnnotationsService } from "../annotations/annotations.service.js";
import { Annotation } from "./annotation.type.js";
import { DashboardEnums } from "./dashboard-enums.js";

const ALL: AnnotationKind[] = ["PROMOTION", "INCIDENT", "CORRECTION", "RELEASE"];

/** AnnotationsResolver answers what happened that may explain a figure. */
@Resolver()
export class AnnotationsResolver {
  constructor(@Inject(AnnotationsService) private readonly service: AnnotationsService) {}

  @Query(() => [Annotation], {
    description:
      "Launches, incidents, corrections and new versions in [from, to), oldest first; at most 20 of each kind.",
  })
  async annotations(
    @CurrentScope() scope: Scope,
    @Args("from", { type: () => DateTimeScalar }) from: Date,
    @Args("to", { type: () => DateTimeScalar }) to: Date,
    @Args("filter", { type: () => ScopeFilterInput, nullable: true }) filter?: ScopeFilterInput | null,
    @Args("kinds", { type: () => [DashboardEnums.AnnotationKind], nullable: true, description: "All unless told." })
    kinds?: AnnotationKind[] | null,
  ): Promise<Annotation[]> {
    const found = await this.service.list(scope, { from, to, kinds: [...new Set(kinds ?? ALL)] }, filter ?? null);
    if (Array.isArray(found)) return found;
    throw new Problem("BAD_USER_INPUT", found.detail, { field: found.field });
  }
}
