import type { RuleDraft } from "./rule-draft.js";

/** DraftChange is one field in which two rules differ; undefined = it is not there. Lists of levels and mappings are compared part by part. */
export interface DraftChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** compareDrafts lists what changed from one rule to another, field by field; levels are told apart by their severity. */
export function compareDrafts(before: RuleDraft, after: RuleDraft): readonly DraftChange[] {
  const [from, to] = [flatten(before), flatten(after)];
  const fields = [...new Set([...from.keys(), ...to.keys()])];
  return fields.flatMap((field) => {
    const [was, is] = [from.get(field), to.get(field)];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, before: was, after: is }];
  });
}

function flatten(value: unknown, path = "", into = new Map<string, unknown>()): Map<string, unknown> {
  const parts = listParts(value);
  if (parts === null || path.split(" ").length > 3) return into.set(path, value);
  for (const [name, part] of parts) flatten(part, path === "" ? name : `${path} ${name}`, into);
  return into;
}

function listParts(value: unknown): readonly (readonly [string, unknown])[] | null {
  if (typeof value !== "object" || value === null) return null;
  if (!Array.isArray(value)) return Object.entries(value);
  const keyed = value.map((entry: unknown): readonly [string, unknown] | null => {
    if (typeof entry !== "object" || entry === null || !("severity" in entry)) return null;
    const { severity, ...rest } = entry;
    return [String(severity), rest];
  });
  const known = keyed.filter((entry) => entry !== null);
  return known.length === value.length && value.length > 0 ? known : null;
}
