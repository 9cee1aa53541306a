import type { Labels } from "../instance/fingerprint-labels.js";
import type { AlertSeverity, CommittedTransition } from "../publish/transition-sink.js";

/** FiringAlert is an incident that goes on, as far as it mutes others. */
export interface FiringAlert {
  readonly incident: string;
  readonly ruleId: string;
  /** The kind of its rule, such as `freshness`; '' = not known. */
  readonly ruleKind: string;
  readonly severity: AlertSeverity;
  readonly labels: Labels;
  readonly place: Pick<CommittedTransition, "client" | "channel" | "store" | "partner">;
}

const SEVERITY: Readonly<Record<AlertSeverity, number>> = { critical: 3, warning: 2, info: 1 };
/** Tiers of a burn rate, from grave to light. */
const TIERS = ["page-fast", "page-slow", "ticket"];
const PLACES = ["client", "channel", "store", "partner"] as const;
/** Labels that tell the levels of one thing apart, or say where it is. */
const OF_LEVEL = new Set<string>(["severity", "tier", ...PLACES]);

/**
 * findInhibitor returns the incident that mutes another by the built-in inhibitions of one rule: the graver severity, the faster tier of a burn
 * rate, the wider place. A source always outranks its target, so none mutes itself and there are no circles.
 */
export function findInhibitor(target: FiringAlert, firing: readonly FiringAlert[]): FiringAlert | undefined {
  return firing.find(
    (source) =>
      source.ruleId === target.ruleId &&
      source.incident !== target.incident &&
      hasSameWords(source.labels, target.labels) &&
      outranks(source, target),
  );
}

/** findSilentSource returns the freshness alert that explains why a rule has no data: of the same client, and of no other source or store. */
export function findSilentSource(target: FiringAlert, firing: readonly FiringAlert[]): FiringAlert | undefined {
  return firing.find(
    ({ ruleKind, labels, place }) =>
      ruleKind === "freshness" &&
      place.client === target.place.client &&
      (["source", "store"] as const).every((name) => isSameOrAny(labels[name], target.labels[name])),
  );
}

function outranks(source: FiringAlert, target: FiringAlert): boolean {
  const [tier, targetTier] = [source, target].map(({ labels }) => TIERS.indexOf(labels["tier"] ?? ""));
  const isSamePlace = PLACES.every((name) => source.place[name] === target.place[name]);
  const isFaster = tier !== undefined && targetTier !== undefined && tier >= 0 && tier < targetTier;
  const isSameTier = (source.labels["tier"] ?? "") === (target.labels["tier"] ?? "");
  const isGraver = isSameTier && SEVERITY[source.severity] > SEVERITY[target.severity];
  if (isSamePlace) return isFaster || isGraver;
  const isNoLighter = SEVERITY[source.severity] >= SEVERITY[target.severity] && (isFaster || isSameTier);
  return isNoLighter && PLACES.every((name) => source.place[name] === "" || source.place[name] === target.place[name]);
}

function hasSameWords(left: Labels, right: Labels): boolean {
  const names = [...Object.keys(left), ...Object.keys(right)].filter((name) => !OF_LEVEL.has(name));
  return names.every((name) => (left[name] ?? "") === (right[name] ?? ""));
}

function isSameOrAny(source: string | undefined, target: string | undefined): boolean {
  return source === undefined || source === "" || target === undefined || target === "" || source === target;
}
