import type { Postgres } from "@watchfloor/sql";
import type { AudienceSubject } from "../audience/choose-audience.js";
import { buildRuleKey, readRuleDocument } from "../evaluate/rule-document.js";
import { readPlace } from "../incidents/read-place.js";
import { isFiring } from "../instance/alert-instance.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";

/** ActiveInstance is an instance that fires or may soon, as matchers see it. */
export interface ActiveInstance {
  readonly subject: AudienceSubject;
  readonly title: string;
  readonly isFiring: boolean;
}

/** listActiveInstances reads the instances of every rule in force of a tenant that are not at rest. */
export async function listActiveInstances(postgres: Postgres, tenant: string): Promise<ActiveInstance[]> {
  const rules = (await new AlertRuleRepository(postgres).list(tenant)).filter(({ isDeleted }) => !isDeleted);
  const keys = rules.map(({ id }) => buildRuleKey(id));
  const documents = await new AlertDocumentRepository(postgres).getMany(tenant, keys);
  return rules.flatMap(({ id, rule }) =>
    Object.values(readRuleDocument(documents.get(buildRuleKey(id))?.doc).instances)
      .filter(({ state }) => state.state !== "inactive")
      .map(({ labels, severity, state }) => ({
        subject: { ruleId: id, severity, labels, place: readPlace(labels) },
        ...{ title: rule.title, isFiring: isFiring(state) },
      })),
  );
}
