import type { Postgres } from "@watchfloor/sql";
import type { Scope } from "../../scope/scope.js";
import { AuditTrailRepository } from "../contacts/audit-trail.repository.js";
import type { ContactsService } from "../contacts/contacts.service.js";
import { parseLabelMatcher } from "../mute/label-matcher.js";
import type { NotificationProblem } from "../notification-problem.js";
import type { EscalationStep } from "../planning/escalation-document.js";
import { checkPolicy, type PolicyWish } from "./check-policy.js";
import { EscalationPolicyRepository, type EscalationPolicyRow } from "./escalation-policy.repository.js";

const MAX_POLICIES = 200;
const NOT_FOUND: NotificationProblem = { code: "NOT_FOUND", message: "There is no such policy that you may see." };
const CHANGED: NotificationProblem = {
  code: "CHANGED_MEANWHILE",
  message: "Somebody has changed the policy meanwhile: look at it again.",
};

/** EscalationsService keeps who is told when nobody takes an incident on. Whoever is limited to clients sees and changes policies of those alone. */
export class EscalationsService {
  private readonly policies: EscalationPolicyRepository;

  constructor(
    private readonly parts: {
      readonly postgres: Postgres;
      readonly contacts: Pick<ContactsService, "list">;
      readonly now: () => Date;
    },
  ) {
    this.policies = new EscalationPolicyRepository(parts.postgres);
  }

  /** list returns the policies in force that whoever asks may see, by id. */
  async list(scope: Scope): Promise<EscalationPolicyRow[]> {
    return (await this.policies.listNewest(scope.tenant)).filter(({ client }) => isWithin(scope, client));
  }

  /** listVersions returns the versions of a policy that whoever asks may see, newest first; one that was taken out of force is the last of its time. */
  async listVersions(scope: Scope, id: string): Promise<EscalationPolicyRow[]> {
    const versions = await this.policies.listVersions(scope.tenant, id);
    return versions.filter(({ client }) => isWithin(scope, client));
  }

  /** check returns the steps of a policy that may be saved, or why it may not. */
  async check(scope: Scope, wish: PolicyWish): Promise<readonly EscalationStep[] | NotificationProblem> {
    const own = new Set((await this.parts.contacts.list(scope)).map(({ id }) => id));
    const steps = checkPolicy(wish, own);
    if ("code" in steps) return steps;
    if (!isWithin(scope, wish.client))
      return { code: "WIDER_THAN_SCOPE", message: "Name a client that you may see all of.", field: "client" };
    const before = await this.policies.findNewest(scope.tenant, wish.id);
    if (before !== undefined && !before.isDeleted && !isWithin(scope, before.client)) return NOT_FOUND;
    const isFull = before === undefined && (await this.policies.listNewest(scope.tenant)).length >= MAX_POLICIES;
    return isFull ? { code: "TOO_MANY", message: `There are ${MAX_POLICIES} policies: delete some.` } : steps;
  }

  /** save adds a version of a policy; incidents that fired before keep theirs. */
  async save(scope: Scope, wish: PolicyWish): Promise<EscalationPolicyRow | NotificationProblem> {
    const steps = await this.check(scope, wish);
    if ("code" in steps) return steps;
    const before = await this.policies.findNewest(scope.tenant, wish.id);
    const matchers = wish.matchers.map((text) => ({ ...parseLabelMatcher(text) }));
    const { title, client, severities, loops } = wish;
    const after = { title: title.trim(), client, severities, matchers, steps, loops, isDeleted: false };
    return this.add(scope, { before, id: wish.id, after, expectedVersion: wish.expectedVersion });
  }

  /** delete takes a policy out of force; escalations under way go on by it. */
  async delete(scope: Scope, id: string, expectedVersion: number): Promise<string | NotificationProblem> {
    const before = await this.policies.findNewest(scope.tenant, id);
    if (before === undefined || before.isDeleted || !isWithin(scope, before.client)) return NOT_FOUND;
    const { title, client, severities, matchers, steps, loops } = before;
    const after = { title, client, severities, matchers, steps, loops, isDeleted: true };
    const deleted = await this.add(scope, { before, id, after, expectedVersion });
    return "code" in deleted ? deleted : id;
  }

  private async add(scope: Scope, change: PolicyChange): Promise<EscalationPolicyRow | NotificationProblem> {
    const { before, id, after, expectedVersion } = change;
    // A policy that was deleted begins anew where it ended.
    const current = before === undefined || (before.isDeleted && expectedVersion === 0) ? 0 : before.version;
    const version = (before?.version ?? 0) + 1;
    const [now, { tenant, subjectId }] = [this.parts.now(), scope];
    if (current !== expectedVersion) return CHANGED;
    if (!(await this.policies.add({ tenant, id, version, ...after, createdBy: subjectId, createdAt: now })))
      return CHANGED;
    const action = after.isDeleted ? "delete" : "save";
    const audited = { before: before === undefined ? null : { ...before }, after };
    await new AuditTrailRepository(this.parts.postgres).record(
      scope,
      { action, kind: "escalation_policy", subject: id, ...audited },
      now,
    );
    return (await this.policies.findNewest(tenant, id)) ?? NOT_FOUND;
  }
}

interface PolicyChange {
  readonly before: EscalationPolicyRow | undefined;
  readonly id: string;
  readonly after: Pick<
    EscalationPolicyRow,
    "title" | "client" | "severities" | "matchers" | "steps" | "loops" | "isDeleted"
  >;
  readonly expectedVersion: number;
}

/** A policy is about whole clients, so whoever sees parts of one has none. */
function isWithin({ clients, regions, stores, channels, partners }: Scope, client: string): boolean {
  const isWhole = [regions, stores, channels, partners].every((limit) => limit === null);
  return isWhole && (clients === null || clients.includes(client));
}
