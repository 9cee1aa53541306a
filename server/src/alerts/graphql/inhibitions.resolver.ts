import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Role } from "../../scope/role.js";
import type { Scope } from "../../scope/scope.js";
import { demandRole } from "../../sla/graphql/demand-role.js";
import { InhibitionsService } from "../inhibitions/inhibitions.service.js";
import { AlertInhibition, AlertInhibitionInput, InhibitionResult } from "./alert-inhibition.type.js";
import { buildInhibition } from "./build-mute-answers.js";
import { DoneResult } from "./notification-answers.type.js";

const ROLES: readonly Role[] = ["administrator", "operations"];
const SEEING_ROLES: readonly Role[] = [...ROLES, "auditor", "executive"];

/** InhibitionsResolver keeps which alerts mute which others. */
@Resolver()
export class InhibitionsResolver {
  constructor(@Inject(InhibitionsService) private readonly inhibitions: InhibitionsService) {}

  @Query(() => [AlertInhibition], { description: "By title, those the caller sees all of." })
  async alertInhibitions(@CurrentScope() scope: Scope): Promise<AlertInhibition[]> {
    demandRole(scope, SEEING_ROLES, "see inhibitions");
    return (await this.inhibitions.list(scope)).map(buildInhibition);
  }

  @Mutation(() => InhibitionResult, {
    description: "Keeps one kind of alert from being told while another fires, within what the caller may see.",
  })
  async saveAlertInhibition(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => AlertInhibitionInput }) input: AlertInhibitionInput,
  ) {
    demandRole(scope, ROLES, "mute alerts by others");
    const { id = null, equal, ...rest } = input;
    const saved = await this.inhibitions.save(scope, { ...rest, id, equal: equal ?? [] });
    return "code" in saved ? saved : buildInhibition(saved);
  }

  @Mutation(() => DoneResult, { description: "Takes it away; what it muted and still fires is told." })
  async deleteAlertInhibition(@CurrentScope() scope: Scope, @Args("id", { type: () => ID }) id: string) {
    demandRole(scope, ROLES, "mute alerts by others");
    const deleted = await this.inhibitions.delete(scope, id);
    return typeof deleted === "string" ? { ids: [deleted] } : deleted;
  }
}
