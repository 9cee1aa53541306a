import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ChangeTable } from "../rule/change-table.js";
import { compareDrafts } from "../definition/compare-drafts.js";
import { mergeDrafts } from "../definition/merge-drafts.js";
import { readRuleDraft, type RuleDraft } from "../definition/rule-draft.js";
import rules from "../rules/rules.module.css";
import { ruleQuery } from "../rules/rules-query.js";
import classes from "./editor.module.css";
import { listWords } from "../definition/list-words.js";

interface StaleNoteProps {
  readonly id: string;
  readonly base: RuleDraft;
  readonly mine: RuleDraft;
  readonly unit: string;
  /** onTake goes on with a draft, on top of what the rule says by now. */
  readonly onTake: (draft: RuleDraft, theirs: { readonly draft: RuleDraft; readonly version: number }) => void;
}

/** StaleNote shows what somebody else changed meanwhile, and lets one take it over, keep one's own, or begin again from theirs. */
export function StaleNote({ id, base, mine, unit, onTake }: StaleNoteProps): ReactNode {
  const { data: rule, isFetching } = useQuery({ ...ruleQuery(id), refetchOnMount: "always" });
  if (isFetching || rule === undefined) return <p role="status">Looking at what was changed meanwhile.</p>;
  if (rule === null)
    return (
      <p role="alert" className={rules.fault}>
        The rule has been deleted meanwhile. Copy its text and make a new one of it.
      </p>
    );
  const theirs = { draft: readRuleDraft(rule.definition), version: rule.version };
  const merged = mergeDrafts(base, mine, theirs.draft);
  return (
    <section className={classes.stale} role="alert" aria-label="Changed meanwhile">
      <p>
        <strong>
          {rule.changedByName ?? "Somebody"} has saved version {rule.version} meanwhile.
        </strong>{" "}
        {merged.conflicts.length === 0
          ? "It changes nothing that you changed."
          : `Both of you changed ${listWords(merged.conflicts)}: yours is kept where you take theirs over.`}
      </p>
      <ChangeTable changes={compareDrafts(base, theirs.draft)} unit={unit} label="What was changed meanwhile" />
      <div className={rules.actions}>
        <button type="button" className={rules.main} onClick={() => onTake(merged.draft, theirs)}>
          Take over their changes
        </button>
        <button type="button" onClick={() => onTake(mine, theirs)}>
          Keep mine as it is
        </button>
        <button type="button" onClick={() => onTake(theirs.draft, theirs)}>
          Begin again from theirs
        </button>
      </div>
    </section>
  );
}
