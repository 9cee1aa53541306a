import { Inject } from "@nestjs/common";
import { Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Scope } from "../../scope/scope.js";
import { AudienceGapsService } from "../audience/audience-gaps.service.js";
import { AlertAudienceGap } from "./alert-audience-gap.type.js";

/** AudienceGapsResolver answers of whose critical alerts nobody hears. */
@Resolver()
export class AudienceGapsResolver {
  constructor(@Inject(AudienceGapsService) private readonly gaps: AudienceGapsService) {}

  @Query(() => [AlertAudienceGap], {
    description: "Clients within the scope of whose critical alerts not all reach a contact that is on and confirmed.",
  })
  alertAudienceGaps(@CurrentScope() scope: Scope): Promise<AlertAudienceGap[]> {
    return this.gaps.list(scope);
  }
}
