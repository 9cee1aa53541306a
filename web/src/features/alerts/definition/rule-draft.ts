/** RuleDraft is a rule as data: what is saved, or what somebody is writing, with faults and with fields that no form knows. */
export type RuleDraft = Readonly<Record<string, unknown>>;

/** DraftLevel is one severity of a rule with its threshold, as far as they are written. */
export interface DraftLevel {
  readonly severity: string;
  readonly threshold: number | null;
  readonly recoveryThreshold: number | null;
  /** Of a silence without an age of its own: how many beats of a feed it may last. */
  readonly cadences: number | null;
}

/** readRuleDraft reads the JSON of a rule; anything but an object is an empty rule. */
export function readRuleDraft(json: string): RuleDraft {
  const value: unknown = JSON.parse(json);
  return isRecord(value) ? value : {};
}

/** readText gives a text of a rule, "" when there is none. */
export function readText(draft: RuleDraft, name: string): string {
  const value = draft[name];
  return typeof value === "string" ? value : "";
}

/** readNumber gives a number of a rule, null when there is none. */
export function readNumber(draft: RuleDraft, name: string): number | null {
  const value = draft[name];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** readList gives the texts of a list of a rule. */
export function readList(draft: RuleDraft, name: string): readonly string[] {
  const value = draft[name];
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];
}

/** readMap gives a mapping of a rule: its filter, its labels. */
export function readMap(draft: RuleDraft, name: string): RuleDraft {
  const value = draft[name];
  return isRecord(value) ? value : {};
}

/** readLevels gives the levels of a rule as they stand; the ages of a freshness rule are its thresholds. */
export function readLevels(draft: RuleDraft): readonly DraftLevel[] {
  const value = draft["levels"];
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((level) => ({
    severity: readText(level, "severity"),
    threshold: readNumber(level, "threshold") ?? readNumber(level, "maxAgeSeconds"),
    recoveryThreshold: readNumber(level, "recoveryThreshold"),
    cadences: readNumber(level, "cadences"),
  }));
}

function isRecord(value: unknown): value is RuleDraft {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
