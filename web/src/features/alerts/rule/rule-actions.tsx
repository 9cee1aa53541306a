import { Link, useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { saveFile } from "../../../ui/save-file.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { renderYaml } from "../definition/render-yaml.js";
import type { RuleDraft } from "../definition/rule-draft.js";
import { deleteRule, pauseRule } from "../rules/rule-deeds.js";
import classes from "../rules/rules.module.css";
import type { RuleDetail } from "../rules/rules-query.js";
import { useRuleDeed } from "../rules/use-rule-deed.js";

/** RuleActions pause, copy, edit, download and delete a rule, as far as the person may. */
export function RuleActions({ rule, draft }: { rule: RuleDetail; draft: RuleDraft }): ReactNode {
  const { me } = useWorkspace();
  const navigate = useNavigate();
  const pause = useRuleDeed(pauseRule);
  const remove = useRuleDeed(deleteRule, () => void navigate({ to: "/alerts/rules" }));
  const isBusy = pause.isBusy || remove.isBusy;
  const ask = (): void => {
    const words = `Delete “${rule.title}”? What fires is resolved; its history stays.`;
    if (globalThis.confirm(words)) remove.begin(rule.id);
  };
  const download = (): void => {
    const text = renderYaml({ title: rule.title, rules: [draft] });
    saveFile(`${rule.id}.rules.yaml`, new Blob([text], { type: "application/yaml" }));
  };
  return (
    <div className={classes.actions}>
      <span role="alert" className={classes.fault}>
        {pause.fault || remove.fault}
      </span>
      <button type="button" onClick={download}>
        Download
      </button>
      {me.role === "ADMINISTRATOR" ? (
        <Link to="/alerts/new-rule" search={{ copy: rule.id }}>
          Copy
        </Link>
      ) : null}
      {rule.isEditable ? (
        <>
          <button type="button" disabled={isBusy} onClick={ask}>
            Delete
          </button>
          <button
            type="button"
            disabled={isBusy}
            onClick={() => pause.begin({ id: rule.id, isPaused: !rule.isPaused })}
          >
            {rule.isPaused ? "Resume" : "Pause"}
          </button>
          <Link to="/alerts/rules/$rule/edit" params={{ rule: rule.id }} className={classes.main ?? ""}>
            Edit
          </Link>
        </>
      ) : null}
    </div>
  );
}
