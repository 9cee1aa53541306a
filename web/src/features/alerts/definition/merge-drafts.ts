import { compareDrafts } from "./compare-drafts.js";
import type { RuleDraft } from "./rule-draft.js";

/** MergedDraft is what both sides make together; `conflicts` are fields that both changed, where mine was kept. */
export interface MergedDraft {
  readonly draft: RuleDraft;
  readonly taken: readonly string[];
  readonly conflicts: readonly string[];
}

/** mergeDrafts takes over what somebody else changed since `base` in fields that I left as they were. Fields are whole: a list of levels is one. */
export function mergeDrafts(base: RuleDraft, mine: RuleDraft, theirs: RuleDraft): MergedDraft {
  const changed = (other: RuleDraft): ReadonlySet<string> =>
    new Set(compareDrafts(base, other).map(({ field }) => field.split(" ")[0] ?? field));
  const [byMe, byThem] = [changed(mine), changed(theirs)];
  const isSame = (field: string): boolean => JSON.stringify(mine[field]) === JSON.stringify(theirs[field]);
  const taken = [...byThem].filter((field) => !byMe.has(field));
  const conflicts = [...byThem].filter((field) => byMe.has(field) && !isSame(field));
  const draft: Record<string, unknown> = { ...mine };
  for (const field of taken)
    if (field in theirs) draft[field] = theirs[field];
    else delete draft[field];
  return { draft, taken, conflicts };
}
