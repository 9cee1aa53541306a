import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { catalogQuery } from "../../../metrics/catalog-query.js";
import { useLeaveWarning } from "../../../ui/use-leave-warning.js";
import { AlertsFrame } from "../alerts-frame.js";
import { measureOf } from "../definition/measure-of.js";
import { readRuleDraft, readText, type RuleDraft } from "../definition/rule-draft.js";
import rules from "../rules/rules.module.css";
import { BackTestPanel } from "../trial/back-test-panel.js";
import { DefinitionPanel } from "./definition-panel.js";
import { isMissing, nameEmptyId } from "./describe-fault.js";
import classes from "./editor.module.css";
import { PreviewPanel } from "./preview-panel.js";
import { saveRule } from "./save-rule.js";
import { StaleNote } from "./stale-note.js";
import { checkRuleQuery } from "./trial-query.js";
import { useRuleText } from "./use-rule-text.js";

interface RuleEditorProps {
  readonly title: string;
  /** draft is what one begins with; `version` 0 is a new rule. */
  readonly draft: RuleDraft;
  readonly version: number;
  readonly search: { readonly tab?: string | undefined; readonly days?: string | undefined };
  readonly onSearch: (change: { readonly tab?: string | undefined; readonly days?: string | undefined }) => void;
}

/** RuleEditor writes a rule by form or as text, says what it would do now and would have done, and saves it as a version. */
export function RuleEditor(props: RuleEditorProps): ReactNode {
  const [base, setBase] = useState({ draft: props.draft, version: props.version });
  const rule = useRuleText(props.draft);
  const { text, draft, read } = rule;
  const [begunWith] = useState(text);
  const checked = useQuery(checkRuleQuery(text));
  const isChecked = checked.data?.text === text;
  const document = isChecked ? checked.data?.document : undefined;
  useEffect(() => {
    if (document !== undefined && document !== null) read(text, readRuleDraft(document));
  }, [document, text, read]);
  const { data: catalog = [] } = useQuery(catalogQuery);
  const [isTold, setTold] = useState(false);
  const save = useSave();
  const outcome = save.data;
  const isChanged = text !== begunWith && outcome?.is !== "saved";
  useLeaveWarning(isChanged);
  useOpenSaved(outcome);
  const isNew = base.version === 0;
  const isTriable = isChecked && checked.data?.faults.length === 0;
  const refused = outcome?.is === "refused" && save.variables?.text === text ? outcome.faults : [];
  const found = [
    ...(checked.data?.faults ?? []),
    ...refused,
    ...listTaken(outcome, isNew && save.variables?.text === text),
  ].map((fault) => nameEmptyId(fault, readText(draft, "id")));
  // What nobody has come to yet is not wrong: it is said once somebody wants to save.
  const faults = isTold ? found : found.filter((fault) => !isMissing(fault));
  const unit = useMemo(() => measureOf(draft, catalog), [draft, catalog]);
  const form = useRef<HTMLDivElement>(null);
  const submit = (): void => {
    setTold(true);
    if (isTriable) return save.mutate({ text, expectedVersion: base.version });
    // The field appears as wrong with the next drawing.
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 0);
  };
  return (
    <AlertsFrame
      title={props.title}
      note={isNew ? "" : `${readText(base.draft, "id")}, version ${base.version}${isChanged ? ", changed" : ""}`}
      actions={
        <div className={rules.actions}>
          <span role="alert" className={rules.fault}>
            {save.error?.message ?? (outcome?.is === "refused" ? outcome.message : "")}
            {isTold && isChecked && found.length > 0
              ? `${found.length} ${found.length === 1 ? "fault" : "faults"} to correct.`
              : ""}
          </span>
          <button
            type="button"
            className={rules.main}
            disabled={save.isPending || !isChecked || (!isNew && !isChanged && base.version === props.version)}
            onClick={submit}
          >
            {save.isPending ? "Saving" : isNew ? "Save the rule" : `Save version ${base.version + 1}`}
          </button>
        </div>
      }
    >
      {outcome?.is === "stale" && !isNew ? (
        <StaleNote
          id={readText(base.draft, "id")}
          base={base.draft}
          mine={draft}
          unit={unit}
          onTake={(next, theirs) => {
            setBase(theirs);
            rule.write(next);
            save.reset();
          }}
        />
      ) : null}
      <div className={classes.editor} ref={form}>
        <DefinitionPanel
          rule={rule}
          faults={faults}
          allFaults={found}
          terms={isChecked ? (checked.data?.terms ?? []) : []}
          checkError={checked.error}
          onCheck={() => void checked.refetch()}
          catalog={catalog}
          isNew={isNew}
          tab={props.search.tab}
          onTab={(tab) => props.onSearch({ tab })}
        />
        <div className={classes.trial}>
          <PreviewPanel text={text} unit={unit} isTriable={isTriable} />
          <BackTestPanel
            text={text}
            draft={draft}
            isTriable={isTriable}
            days={props.search.days}
            onDays={(days) => props.onSearch({ days })}
          />
        </div>
      </div>
    </AlertsFrame>
  );
}

function useSave() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: saveRule,
    onSuccess: async ({ is }) => {
      if (is === "saved") await queries.invalidateQueries({ queryKey: ["alert-rules"] });
    },
  });
}

/** The page of the rule opens once it is saved, when nothing is left to be lost. */
function useOpenSaved(outcome: Awaited<ReturnType<typeof saveRule>> | undefined): void {
  const navigate = useNavigate();
  const id = outcome?.is === "saved" ? outcome.id : null;
  useEffect(() => {
    if (id !== null) void navigate({ to: "/alerts/rules/$rule", params: { rule: id } });
  }, [id, navigate]);
}

/** A new rule of an id that another one has is refused as if it had been changed meanwhile. */
function listTaken(outcome: Awaited<ReturnType<typeof saveRule>> | undefined, isOfNew: boolean) {
  return outcome?.is === "stale" && isOfNew
    ? [{ line: 1, field: "id", detail: "a rule has, or had, this id: choose another one" }]
    : [];
}
