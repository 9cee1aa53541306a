import { z } from "zod";
import type { EscalationPolicyRow } from "../escalations/escalation-policy.repository.js";
import type { InhibitionRow } from "../inhibitions/inhibition.repository.js";
import { matcherSchema } from "../mute/matcher-schema.js";
import { renderLabelMatcher } from "../mute/render-label-matcher.js";
import { escalationStep } from "../planning/escalation-document.js";
import type { AlertEscalationPolicy } from "./alert-escalation.type.js";
import type { AlertInhibition } from "./alert-inhibition.type.js";

const matchers = z.array(matcherSchema);
const steps = z.array(escalationStep);

/** buildEscalationPolicy shows a policy. */
export function buildEscalationPolicy(row: EscalationPolicyRow): AlertEscalationPolicy {
  const { id, version, title, loops, createdBy, createdAt } = row;
  return {
    ...{ id, version, title, loops, createdBy, createdAt, client: row.client || null, steps: steps.parse(row.steps) },
    severities: row.severities.map((severity) => severity.toUpperCase()),
    matchers: renderMatchers(row.matchers),
  };
}

/** buildInhibition shows an inhibition. */
export function buildInhibition(row: InhibitionRow): AlertInhibition {
  const { id, title, source, target, equal, createdBy, changedAt } = row;
  return { id, title, source: renderMatchers(source), target: renderMatchers(target), equal, createdBy, changedAt };
}

/** renderMatchers writes matchers as people write them. */
export function renderMatchers(kept: readonly unknown[]): string[] {
  return matchers.parse(kept).map(renderLabelMatcher);
}
