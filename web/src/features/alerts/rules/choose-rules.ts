import type { RuleRow } from "./rules-query.js";
import { kindWords } from "../definition/rule-words.js";

/** RuleSearch is how the list of rules stands in the URL. */
export interface RuleSearch {
  readonly find?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
}

/** ruleStates are the states one can filter by, with what is in them. */
export const ruleStates: readonly {
  readonly id: string;
  readonly words: string;
  readonly has: (rule: RuleRow) => boolean;
}[] = [
  { id: "", words: "Any state", has: () => true },
  { id: "firing", words: "Firing", has: ({ firing }) => firing > 0 },
  { id: "pending", words: "Pending", has: ({ pending }) => pending > 0 },
  { id: "quiet", words: "Quiet", has: ({ firing, pending, health }) => firing + pending === 0 && health === "OK" },
  {
    id: "trouble",
    words: "In trouble",
    has: ({ health, lagSeconds }) => health === "ERROR" || health === "LIMIT" || (lagSeconds ?? 0) >= lateAfterSeconds,
  },
  { id: "waiting", words: "Not evaluated yet", has: ({ health }) => health === "WAITING" },
  { id: "paused", words: "Paused", has: ({ health }) => health === "PAUSED" },
  { id: "own", words: "Own or changed", has: ({ isOfPack }) => !isOfPack },
];

/** lateAfterSeconds is when the evaluation of a rule is so late that somebody should look. */
export const lateAfterSeconds = 300;

/** chooseRules gives the rules that fit a search: those in trouble first, then those that fire, then by title. */
export function chooseRules(rules: readonly RuleRow[], search: RuleSearch): readonly RuleRow[] {
  const words = (search.find ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const has = ruleStates.find(({ id }) => id === (search.state ?? ""))?.has ?? (() => true);
  return rules
    .filter((rule) => {
      const text = [rule.id, rule.title, rule.summary, kindWords[rule.kind]].join(" ").toLowerCase();
      const isKind = search.kind === undefined || rule.kind === search.kind.toUpperCase();
      return isKind && has(rule) && words.every((word) => text.includes(word));
    })
    .sort((left, right) => rank(left) - rank(right) || left.title.localeCompare(right.title));
}

function rank({ health, firing, pending, severities }: RuleRow): number {
  if (health === "ERROR" || health === "LIMIT") return 0;
  if (firing > 0) return severities.includes("CRITICAL") ? 1 : 2;
  return pending > 0 ? 3 : 4;
}
