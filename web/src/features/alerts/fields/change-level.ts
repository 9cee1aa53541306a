import type { RuleDraft } from "../definition/rule-draft.js";

/** WrittenLevel is a level as it is written, with whatever stands in it. */
export type WrittenLevel = RuleDraft;

const order = ["critical", "warning", "info"];

/** listLevels gives the levels of a rule as they are written; what is no level is left out. */
export function listLevels(draft: RuleDraft): readonly WrittenLevel[] {
  const { levels } = draft;
  return Array.isArray(levels)
    ? levels.filter((level): level is WrittenLevel => typeof level === "object" && level !== null)
    : [];
}

/** changeLevel sets fields of the level of a severity, adds it where there is none, and takes it out for null; the gravest stands first. */
export function changeLevel(
  levels: readonly WrittenLevel[],
  severity: string,
  part: WrittenLevel | null,
): readonly WrittenLevel[] {
  const others = levels.filter((level) => level["severity"] !== severity);
  if (part === null) return others;
  const known = levels.find((level) => level["severity"] === severity) ?? { severity };
  const changed = Object.entries({ ...known, ...part }).filter(([, value]) => value !== undefined);
  const rank = (level: WrittenLevel): number => order.indexOf(String(level["severity"]));
  return [...others, Object.fromEntries(changed)].sort((left, right) => rank(left) - rank(right));
}
