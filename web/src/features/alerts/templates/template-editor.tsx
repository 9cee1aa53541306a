import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState, type ReactNode } from "react";
import { Panel } from "../../../ui/panel.js";
import { useLeaveWarning } from "../../../ui/use-leave-warning.js";
import { AlertsFrame } from "../alerts-frame.js";
import dialog from "../../../ui/form-dialog.module.css";
import editor from "../editor/editor.module.css";
import rules from "../rules/rules.module.css";
import { useSettled } from "../silences/use-settled.js";
import { PreviewPanel, type PreviewSearch } from "./preview-panel.js";
import { StaleTemplate } from "./stale-template.js";
import { isSameDraft, takeDraft, type TemplateDraft } from "./template-draft.js";
import { TemplateFields } from "./template-fields.js";
import type { TemplateMediumWords } from "./template-media.js";
import { templatePreviewQuery, type Template, type TemplateWords } from "./templates-query.js";
import { useSaveTemplate } from "./use-save-template.js";

interface TemplateEditorProps {
  /** template is what one begins with; null = a new one. */
  readonly template: Template | null;
  readonly medium: TemplateMediumWords;
  readonly words: TemplateWords;
  readonly mayChange: boolean;
  readonly search: PreviewSearch;
  readonly onSearch: (change: PreviewSearch) => void;
}

const settleMs = 350;

/** TemplateEditor writes how messages read, and shows what readers of each channel would see of every case. */
export function TemplateEditor(props: TemplateEditorProps): ReactNode {
  const { template, medium, words, mayChange, search } = props;
  const start = words.alertTemplateStarts.find((each) => each.medium === medium.medium) ?? { title: "", text: "" };
  const [base, setBase] = useState({ version: template?.version ?? 0 });
  const [draft, setDraft] = useState<TemplateDraft>(() => takeDraft(template ?? { ...start, name: "" }));
  const [begun, setBegun] = useState(draft);
  const [isTold, setTold] = useState(false);
  const settled = useSettled(draft, settleMs);
  const { title, text } = settled;
  const incident = search.incident ?? null;
  const preview = useQuery(templatePreviewQuery({ medium: medium.medium, title, text, incident }));
  const save = useSaveTemplate();
  const isSaved = save.data?.__typename === "AlertTemplate" && save.variables?.draft === draft;
  const isChanged = mayChange && !isSameDraft(draft, begun) && !isSaved;
  useLeaveWarning(isChanged);
  useOpenSaved(save.data?.__typename === "AlertTemplate" ? save.data.id : null);
  // What was refused is not what stands here any more once somebody goes on writing.
  const isSaid = save.variables?.draft === draft;
  const refusal = save.data?.__typename === "AlertTemplateProblem" && isSaid ? save.data : null;
  const isStale = refusal?.code === "CHANGED_MEANWHILE" && template !== null;
  const hasName = draft.name.trim() !== "";
  return (
    <AlertsFrame
      title={template?.name ?? `New template for ${medium.title.toLowerCase()}`}
      note={
        template === null
          ? ""
          : `for ${medium.title.toLowerCase()}, version ${base.version}${isChanged ? ", changed" : ""}`
      }
      actions={
        mayChange ? (
          <div className={rules.actions}>
            <span role="alert" className={rules.fault}>
              {save.error?.message ?? (isStale ? "" : (refusal?.message ?? ""))}
            </span>
            <button
              type="button"
              className={rules.main}
              disabled={save.isPending || (template !== null && !isChanged)}
              onClick={() => {
                setTold(true);
                if (hasName)
                  save.mutate({ draft, id: template?.id ?? null, version: base.version, medium: medium.medium });
              }}
            >
              {save.isPending ? "Saving" : "Save the template"}
            </button>
          </div>
        ) : null
      }
    >
      {isStale ? (
        <StaleTemplate
          id={template.id}
          onTake={(theirs, isMine) => {
            setBase({ version: theirs.version });
            setBegun(takeDraft(theirs));
            if (!isMine) setDraft(takeDraft(theirs));
            save.reset();
          }}
        />
      ) : null}
      <div className={editor.editor}>
        <Panel title="Wording" note={mayChange ? "" : "Administrators who see all clients change it."}>
          <TemplateFields
            medium={medium}
            draft={draft}
            variables={words.alertTemplateVariables}
            faults={preview.data?.faults ?? []}
            isNameMissing={isTold && !hasName}
            mayChange={mayChange}
            onChange={setDraft}
          />
          {mayChange ? (
            <p className={dialog.row}>
              <button
                type="button"
                className={dialog.small}
                onClick={() => setDraft({ ...draft, title: start.title, text: start.text })}
              >
                Begin again with the built-in wording
              </button>
            </p>
          ) : null}
        </Panel>
        <div className={editor.trial}>
          <PreviewPanel query={preview} isSettling={settled !== draft} search={search} onSearch={props.onSearch} />
        </div>
      </div>
    </AlertsFrame>
  );
}

/** The list opens once it is saved, when nothing is left to be lost. */
function useOpenSaved(id: string | null): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (id !== null) void navigate({ to: "/alerts/templates" });
  }, [id, navigate]);
}
