import { z } from "zod";
import type { EscalationPolicyRow } from "../escalations/escalation-policy.repository.js";
import type { InhibitionRow } from "../inhibitions/inhibition.repository.js";
import { matcherSchema } from "../mute/matcher-schema.js";
import { renderLabelMatcher } from "../mute/render-label-matcher.js";
import { escalationStep } from "../planning/escalation-document.js";
import type { AlertEscalationPolicy } from "./alert-escalation.type.js";
import type { FiringAlert } from "../mute/find-inhibitor.js";
import { buildLabels } from "./alert-label.type.js";
import type { AlertMutedInstance } from "./alert-silence.type.js";
import type { AlertInhibition } from "./alert-inhibition.type.js";

const matchers = z.array(matcherSchema);
const steps = z.array(escalationStep);

const MAX_SHOWN = 10;

/** MuteWords are what is said of rows beside what they hold: what people and rules are called, and counts by id. */
export interface MuteWords {
  readonly names: ReadonlyMap<string, string>;
  readonly counts: ReadonlyMap<string, number> | null;
}

/** buildEscalationPolicy shows a policy; without counts, a version of it. */
export function buildEscalationPolicy(row: EscalationPolicyRow, { names, counts }: MuteWords): AlertEscalationPolicy {
  const { id, version, title, loops, createdBy, createdAt, isDeleted } = row;
  return {
    ...{ id, version, title, loops, createdBy, createdAt, isDeleted, client: row.client || null },
    ...{ steps: steps.parse(row.steps), createdByName: names.get(createdBy) ?? createdBy },
    coveredCount: counts === null ? null : (counts.get(id) ?? 0),
    severities: row.severities.map((severity) => severity.toUpperCase()),
    matchers: renderMatchers(row.matchers),
  };
}

/** buildInhibition shows an inhibition. */
export function buildInhibition(row: InhibitionRow, { names, counts }: MuteWords): AlertInhibition {
  const { id, title, source, target, equal, createdBy, changedAt } = row;
  return {
    ...{ id, title, source: renderMatchers(source), target: renderMatchers(target), equal, createdBy, changedAt },
    ...{ createdByName: names.get(createdBy) ?? createdBy, mutedCount: counts?.get(id) ?? 0 },
  };
}

/** buildShownAlerts shows the first of some alerts, with the titles of their rules. */
export function buildShownAlerts(
  alerts: readonly FiringAlert[],
  titles: ReadonlyMap<string, string>,
): AlertMutedInstance[] {
  return alerts.slice(0, MAX_SHOWN).map(({ ruleId, severity, labels }) => ({
    ...{ rule: ruleId, title: titles.get(ruleId) ?? ruleId, severity: severity.toUpperCase() },
    labels: buildLabels(labels),
  }));
}

/** renderMatchers writes matchers as people write them. */
export function renderMatchers(kept: readonly unknown[]): string[] {
  return matchers.parse(kept).map(renderLabelMatcher);
}
