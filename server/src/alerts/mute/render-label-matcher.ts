import type { LabelMatcher } from "./label-matcher.js";

/** renderLabelMatcher writes a matcher as `parseLabelMatcher` reads it. */
export function renderLabelMatcher({ label, op, value }: LabelMatcher): string {
  return `${label}${op}"${value.replaceAll(/["\\]/g, (sign) => `\\${sign}`).replaceAll("\n", "\\n")}"`;
}
