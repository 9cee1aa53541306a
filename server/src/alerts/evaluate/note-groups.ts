import { fingerprintLabels } from "../instance/fingerprint-labels.js";
import type { JudgedInstance } from "./judge-rule.js";
import type { RuleDocument } from "./rule-document.js";
import type { RuleStep } from "./step-rule.js";

/** The beginning of a fingerprint is enough: two groups that share it merely wait for nothing. */
const KNOWN_LENGTH = 8;
/** MAX_KNOWN groups are remembered; of a rule with more, none is new. */
const MAX_KNOWN = 20_000;
/** These have guards of their own: the first slot of a launch or an anomaly is the one that counts. */
const WITHOUT_DELAY: ReadonlySet<string> = new Set(["freshness", "burn", "anomaly", "readiness"]);

/** NotedGroups is which groups are known after a slot. */
export interface NotedGroups {
  readonly known: readonly string[];
  readonly fresh: Readonly<Record<string, number>>;
  /** Whether a group was seen first less than the delay of new ones ago. */
  readonly isNew: (fingerprint: string) => boolean;
}

/** noteGroups remembers which groups a rule has seen, so that a new one is judged only after a while: its first figures are half ones. */
export function noteGroups(
  before: Pick<RuleDocument, "known" | "fresh" | "cursor">,
  { rule, slotAt }: Pick<RuleStep, "rule" | "slotAt">,
  judged: readonly JudgedInstance[],
): NotedGroups {
  const delayMs = WITHOUT_DELAY.has(rule.kind) ? 0 : rule.newGroupDelaySeconds * 1_000;
  const isFull = before.known.length >= MAX_KNOWN;
  if (delayMs === 0 || isFull) return { known: before.known, fresh: {}, isNew: () => false };
  const keys = judged.map(({ labels }) => fingerprintLabels(labels).slice(0, KNOWN_LENGTH));
  // Of a rule that is evaluated for the first time every group was there before.
  if (before.cursor === null) return { known: merge(before.known, keys), fresh: {}, isNew: () => false };
  const known = new Set(before.known);
  const fresh: Record<string, number> = {};
  const grown: string[] = [];
  for (const key of keys) {
    if (known.has(key)) continue;
    const firstAt = before.fresh[key] ?? slotAt;
    if (slotAt - firstAt >= delayMs) grown.push(key);
    else fresh[key] = firstAt;
  }
  const isNew = (fingerprint: string) => fresh[fingerprint.slice(0, KNOWN_LENGTH)] !== undefined;
  return { known: grown.length === 0 ? before.known : merge(before.known, grown), fresh, isNew };
}

function merge(known: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...known, ...more])].sort();
}
