import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Role } from "../../scope/role.js";
import type { Scope } from "../../scope/scope.js";
import { demandRole } from "../../sla/graphql/demand-role.js";
import { EscalationsService } from "../escalations/escalations.service.js";
import { AlertEscalationPolicy, AlertEscalationPolicyInput, EscalationPolicyResult } from "./alert-escalation.type.js";
import { buildEscalationPolicy } from "./build-mute-answers.js";
import { DoneResult } from "./notification-answers.type.js";

const ROLES: readonly Role[] = ["administrator", "operations"];
const SEEING_ROLES: readonly Role[] = [...ROLES, "auditor", "executive"];

/** EscalationsResolver keeps who is told when nobody takes an incident on. */
@Resolver()
export class EscalationsResolver {
  constructor(@Inject(EscalationsService) private readonly escalations: EscalationsService) {}

  @Query(() => [AlertEscalationPolicy], {
    description: "Policies in force, by id, of the clients the caller sees all of.",
  })
  async alertEscalationPolicies(@CurrentScope() scope: Scope): Promise<AlertEscalationPolicy[]> {
    demandRole(scope, SEEING_ROLES, "see escalation policies");
    return (await this.escalations.list(scope)).map(buildEscalationPolicy);
  }

  @Mutation(() => EscalationPolicyResult, {
    description: "Saves a version of a policy; incidents that fired before keep theirs.",
  })
  async saveAlertEscalationPolicy(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => AlertEscalationPolicyInput }) input: AlertEscalationPolicyInput,
  ) {
    demandRole(scope, ROLES, "change escalation policies");
    const { client, severities, matchers, loops, ...rest } = input;
    const steps = input.steps.map(({ repeats, ...step }) => ({ ...step, repeats: repeats ?? false }));
    const chosen = (severities ?? ["CRITICAL"]).map((severity) => severity.toLowerCase());
    const wish = {
      ...rest,
      steps,
      severities: chosen,
      client: client ?? "",
      matchers: matchers ?? [],
      loops: loops ?? 0,
    };
    const saved = await this.escalations.save(scope, wish);
    return "code" in saved ? saved : buildEscalationPolicy(saved);
  }

  @Mutation(() => DoneResult, { description: "Takes a policy out of force; escalations under way go on by it." })
  async deleteAlertEscalationPolicy(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
    @Args("expectedVersion", { type: () => Int }) expectedVersion: number,
  ) {
    demandRole(scope, ROLES, "change escalation policies");
    const deleted = await this.escalations.delete(scope, id, expectedVersion);
    return typeof deleted === "string" ? { ids: [deleted] } : deleted;
  }
}
