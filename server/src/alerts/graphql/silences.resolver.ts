import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Scope } from "../../scope/scope.js";
import { demandRole } from "../../sla/graphql/demand-role.js";
import { SilencesService } from "../silences/silences.service.js";
import { AlertSilence } from "./alert-silence.type.js";
import { buildSilence } from "./build-notification-answers.js";
import { SilenceResult } from "./notification-answers.type.js";
import { AlertSilenceInput } from "./notification.input.js";
import { NOTIFYING_ROLES } from "./notifying-roles.js";

/** SilencesResolver mutes notifications for a while. */
@Resolver()
export class SilencesResolver {
  constructor(@Inject(SilencesService) private readonly silences: SilencesService) {}

  @Query(() => [AlertSilence], { description: "Silences that go on, or ended in the last week, newest first." })
  async alertSilences(@CurrentScope() scope: Scope): Promise<AlertSilence[]> {
    return (await this.silences.list(scope)).map(buildSilence);
  }

  @Mutation(() => SilenceResult, { description: "Mutes what matches, within what the caller may see." })
  async createAlertSilence(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => AlertSilenceInput }) input: AlertSilenceInput,
  ) {
    demandRole(scope, NOTIFYING_ROLES, "mute alerts");
    const { startsAt = null, replaces = null, ...rest } = input;
    const made = await this.silences.create(scope, { ...rest, startsAt, replaces });
    return "code" in made ? made : buildSilence(made);
  }

  @Mutation(() => SilenceResult, { description: "Ends a silence now." })
  async expireAlertSilence(@CurrentScope() scope: Scope, @Args("id", { type: () => ID }) id: string) {
    demandRole(scope, NOTIFYING_ROLES, "mute alerts");
    const ended = await this.silences.expire(scope, id);
    return "code" in ended ? ended : buildSilence(ended);
  }
}
