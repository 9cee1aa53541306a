import { useMemo, type ReactNode } from "react";
import type { CatalogMetric } from "../../../metrics/catalog-query.js";
import { FaultList } from "../../../ui/fault-list.js";
import { NumberedText } from "../../../ui/numbered-text.js";
import { Panel } from "../../../ui/panel.js";
import { RuleFields } from "../fields/rule-fields.js";
import { RuleFormContext, type RuleForm } from "../fields/rule-form-context.js";
import type { EffectiveTerms } from "../rule/render-term.js";
import { useRuleWords } from "../rule/use-rule-words.js";
import { renderRuleSentence } from "../definition/render-rule-sentence.js";
import { describeFault, type RuleFault } from "./describe-fault.js";
import classes from "./editor.module.css";
import { isShownByForm } from "./is-shown-by-form.js";
import type { RuleText } from "./use-rule-text.js";

interface DefinitionPanelProps {
  readonly rule: RuleText;
  /** faults stand at their fields; `allFaults` are also those of what nobody has written yet. */
  readonly faults: readonly RuleFault[];
  readonly allFaults: readonly RuleFault[];
  readonly terms: readonly EffectiveTerms[];
  readonly checkError: Error | null;
  readonly onCheck: () => void;
  readonly catalog: readonly CatalogMetric[];
  readonly isNew: boolean;
  readonly tab: string | undefined;
  readonly onTab: (tab: string | undefined) => void;
}

/** DefinitionPanel is a rule as a form or as text; both write the same, and the text holds what the form does not know. */
export function DefinitionPanel(props: DefinitionPanelProps): ReactNode {
  const { rule, tab } = props;
  const words = useRuleWords();
  const isText = tab === "text";
  return (
    <Panel
      title="Definition"
      note={
        <div className={classes.tabs} role="group" aria-label="Write it as">
          <button type="button" aria-pressed={!isText} onClick={() => props.onTab(undefined)}>
            Form
          </button>
          <button type="button" aria-pressed={isText} onClick={() => props.onTab("text")}>
            Text
          </button>
        </div>
      }
    >
      <p className={classes.sentence} aria-live="polite">
        {rule.isRead ? renderRuleSentence(rule.draft, words) : "..."}
      </p>
      {isText ? <TextTab {...props} /> : <FormTab {...props} />}
    </Panel>
  );
}

function TextTab({ rule, allFaults, checkError, onCheck }: DefinitionPanelProps): ReactNode {
  return (
    <>
      <p className={classes.hint}>
        YAML or JSON, as in the files of rules. Comments stay until the form writes the rule.
      </p>
      <NumberedText
        label="The rule as text"
        describedBy="rule-faults"
        faults={allFaults.map(({ line }) => line)}
        isReadOnly={false}
        text={rule.text}
        onChange={rule.setText}
      />
      <FaultList
        id="rule-faults"
        faults={allFaults.map((fault) => ({ ...fault, detail: describeFault(fault) }))}
        error={checkError}
        onRetry={onCheck}
      />
    </>
  );
}

function FormTab(props: DefinitionPanelProps): ReactNode {
  const { rule, faults, allFaults, terms, catalog, isNew } = props;
  const form = useMemo(
    (): RuleForm => ({
      ...{ draft: rule.draft, faults, terms, catalog, isNew },
      change: (part) => rule.write({ ...rule.draft, ...part }),
    }),
    [rule, faults, terms, catalog, isNew],
  );
  const others = allFaults.filter(({ field }) => !isShownByForm(field, rule.draft));
  if (!rule.isRead)
    return (
      <>
        <p className={classes.hint}>The form waits until the text can be read.</p>
        <FaultList id="form-faults" faults={allFaults} error={props.checkError} onRetry={props.onCheck} />
      </>
    );
  return (
    <RuleFormContext value={form}>
      {others.length === 0 && props.checkError === null ? null : (
        <FaultList
          id="form-faults"
          faults={others.map((fault) => ({ ...fault, detail: describeFault(fault) }))}
          error={props.checkError}
          onRetry={props.onCheck}
        />
      )}
      <form onSubmit={(event) => event.preventDefault()}>
        <RuleFields />
      </form>
    </RuleFormContext>
  );
}
