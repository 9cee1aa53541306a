import { fingerprintLabels, type Labels } from "../instance/fingerprint-labels.js";
import { matchesAll, type LabelMatcher } from "./label-matcher.js";

/** InhibitRule mutes targets while a source with equal labels fires. The tenant is always among the equal labels. */
export interface InhibitRule {
  readonly source: readonly LabelMatcher[];
  readonly target: readonly LabelMatcher[];
  readonly equal: readonly string[];
}

const ALWAYS_EQUAL = ["tenant"];

/** isInhibited tells whether one of the firing instances mutes another; nothing mutes itself, and what is both source and target is no source for its like. */
export function isInhibited(rules: readonly InhibitRule[], labels: Labels, firing: readonly Labels[]): boolean {
  const self = fingerprintLabels(labels);
  return rules.some(({ source, target, equal }) => {
    if (!matchesAll(target, labels)) return false;
    const isBoth = matchesAll(source, labels);
    return firing.some(
      (other) =>
        matchesAll(source, other) &&
        !(isBoth && matchesAll(target, other)) &&
        fingerprintLabels(other) !== self &&
        [...ALWAYS_EQUAL, ...equal].every((label) => (other[label] ?? "") === (labels[label] ?? "")),
    );
  });
}
