import { Inject } from "@nestjs/common";
import { Args, ID, Int, Mutation, Query, Resolver } from "@nestjs/graphql";
import { CurrentScope } from "../../graphql/current-scope.js";
import type { Role } from "../../scope/role.js";
import type { Scope } from "../../scope/scope.js";
import { demandRole } from "../../sla/graphql/demand-role.js";
import { PersonAddressRepository } from "../contacts/person-address.repository.js";
import type { PolicyWish } from "../escalations/check-policy.js";
import type { EscalationPolicyRow } from "../escalations/escalation-policy.repository.js";
import { EscalationsService } from "../escalations/escalations.service.js";
import { PolicyPreviewService } from "../escalations/policy-preview.service.js";
import {
  AlertEscalationPolicy,
  AlertEscalationPolicyInput,
  EscalationPolicyResult,
  EscalationPreviewResult,
} from "./alert-escalation.type.js";
import { buildEscalationPolicy, buildShownAlerts } from "./build-mute-answers.js";
import { DoneResult } from "./notification-answers.type.js";

const ROLES: readonly Role[] = ["administrator", "operations"];
const SEEING_ROLES: readonly Role[] = [...ROLES, "auditor", "executive"];

/** EscalationsResolver keeps who is told when nobody takes an incident on. */
@Resolver()
export class EscalationsResolver {
  constructor(
    @Inject(EscalationsService) private readonly escalations: EscalationsService,
    @Inject(PolicyPreviewService) private readonly previews: PolicyPreviewService,
    @Inject(PersonAddressRepository) private readonly people: PersonAddressRepository,
  ) {}

  @Query(() => [AlertEscalationPolicy], {
    description: "Policies in force, by id, of the clients the caller sees all of.",
  })
  async alertEscalationPolicies(@CurrentScope() scope: Scope): Promise<AlertEscalationPolicy[]> {
    demandRole(scope, SEEING_ROLES, "see escalation policies");
    return this.show(scope, await this.escalations.list(scope), true);
  }

  @Query(() => [AlertEscalationPolicy], {
    description: "Versions of a policy, newest first; none where the caller may not see it.",
  })
  async alertEscalationPolicyVersions(
    @CurrentScope() scope: Scope,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<AlertEscalationPolicy[]> {
    demandRole(scope, SEEING_ROLES, "see escalation policies");
    return this.show(scope, await this.escalations.listVersions(scope, id), false);
  }

  @Query(() => EscalationPreviewResult, {
    description: "What goes on now and a policy would be chosen for, if it were saved; or why it would be refused.",
  })
  async previewAlertEscalationPolicy(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => AlertEscalationPolicyInput }) input: AlertEscalationPolicyInput,
  ) {
    demandRole(scope, ROLES, "change escalation policies");
    const preview = await this.previews.preview(scope, readWish(input));
    if ("code" in preview) return preview;
    const { covered, titles } = preview;
    return { coveredCount: covered.length, covered: buildShownAlerts(covered, titles) };
  }

  @Mutation(() => EscalationPolicyResult, {
    description: "Saves a version of a policy; incidents that fired before keep theirs.",
  })
  async saveAlertEscalationPolicy(
    @CurrentScope() scope: Scope,
    @Args("input", { type: () => AlertEscalationPolicyInput }) input: AlertEscalationPolicyInput,
  ) {
    demandRole(scope, ROLES, "change escalation policies");
    const saved = await this.escalations.save(scope, readWish(input));
    return "code" in saved ? saved : (await this.show(scope, [saved], true))[0];
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

  private async show(
    scope: Scope,
    rows: readonly EscalationPolicyRow[],
    isInForce: boolean,
  ): Promise<AlertEscalationPolicy[]> {
    const [names, counts] = await Promise.all([
      this.people.listNames(scope.tenant),
      isInForce ? this.previews.countCovered(scope) : null,
    ]);
    return rows.map((row) => buildEscalationPolicy(row, { names, counts }));
  }
}

function readWish({ client, severities, matchers, loops, steps, ...rest }: AlertEscalationPolicyInput): PolicyWish {
  return {
    ...rest,
    steps: steps.map(({ repeats, ...step }) => ({ ...step, repeats: repeats ?? false })),
    severities: (severities ?? ["CRITICAL"]).map((severity) => severity.toLowerCase()),
    ...{ client: client ?? "", matchers: matchers ?? [], loops: loops ?? 0 },
  };
}
