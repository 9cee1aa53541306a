import type { Postgres } from "@watchfloor/sql";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import { listSeenFiring } from "../incidents/list-seen-firing.js";
import type { FiringAlert } from "../mute/find-inhibitor.js";
import { parseLabelMatcher } from "../mute/label-matcher.js";
import type { NotificationProblem } from "../notification-problem.js";
import type { PolicyWish } from "./check-policy.js";
import { choosePolicy } from "./choose-policy.js";
import { EscalationPolicyRepository } from "./escalation-policy.repository.js";
import type { EscalationsService } from "./escalations.service.js";

/** PolicyPreview is what goes on now and a policy would be for. */
export interface PolicyPreview {
  readonly covered: readonly FiringAlert[];
  /** titles are what the rules are called, by their id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** PolicyPreviewService says which of what goes on now is a policy's, within the scope of whoever asks. Incidents that go on keep the policy that was in force when they fired. */
export class PolicyPreviewService {
  constructor(
    private readonly parts: {
      readonly postgres: Postgres;
      readonly registry: Pick<RegistryService, "listStorePlaces">;
      readonly escalations: Pick<EscalationsService, "check">;
    },
  ) {}

  /** preview returns what a policy would be for if it were saved, beside all others; or why it would be refused. */
  async preview(scope: Scope, wish: PolicyWish): Promise<PolicyPreview | NotificationProblem> {
    const steps = await this.parts.escalations.check(scope, wish);
    if ("code" in steps) return steps;
    const others = (await this.listPolicies(scope)).filter(({ id }) => id !== wish.id);
    const { id, client, severities } = wish;
    const matchers = wish.matchers.map((text) => ({ ...parseLabelMatcher(text) }));
    const all = [...others, { id, client, severities, matchers }];
    const { firing, titles } = await listSeenFiring(this.parts, scope);
    return { covered: firing.filter((alert) => choosePolicy(all, alert)?.id === id), titles };
  }

  /** countCovered returns how much of what goes on within the scope each policy would be chosen for, by its id; what none is for is missing. */
  async countCovered(scope: Scope): Promise<Map<string, number>> {
    const policies = await this.listPolicies(scope);
    if (policies.length === 0) return new Map();
    const { firing } = await listSeenFiring(this.parts, scope);
    const counts = new Map<string, number>();
    for (const alert of firing) {
      const chosen = choosePolicy(policies, alert);
      if (chosen !== undefined) counts.set(chosen.id, (counts.get(chosen.id) ?? 0) + 1);
    }
    return counts;
  }

  private listPolicies({ tenant }: Scope) {
    return new EscalationPolicyRepository(this.parts.postgres).listNewest(tenant);
  }
}
