import { formatDuration } from "../../../format/format-duration.js";
import type { AlertSeverity } from "../../../graphql/operations.js";
import { listWords } from "../definition/list-words.js";

/** EffectiveTerms is how long things take in effect for one severity. */
export interface EffectiveTerms {
  readonly severity: AlertSeverity;
  readonly forSeconds: number;
  readonly keepFiringSeconds: number;
  readonly noDataKeepSeconds: number;
}

/** renderTerm says how long something takes in effect; severities that agree are said once, `none` stands for no time at all. */
export function renderTerm(
  terms: readonly EffectiveTerms[],
  name: "forSeconds" | "keepFiringSeconds" | "noDataKeepSeconds",
  none: string,
): string {
  const words = (seconds: number): string => (seconds === 0 ? none : formatDuration(seconds));
  const [first] = terms;
  if (first === undefined) return "–";
  if (terms.every((term) => term[name] === first[name])) return words(first[name]);
  return listWords(terms.map((term) => `${words(term[name])} (${term.severity.toLowerCase()})`));
}
