import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";
import { copyDraft, proposeDraft } from "../../../features/alerts/editor/propose-draft.js";
import { RuleEditor } from "../../../features/alerts/editor/rule-editor.js";
import { readRuleDraft, type RuleDraft } from "../../../features/alerts/definition/rule-draft.js";
import { ruleQuery } from "../../../features/alerts/rules/rules-query.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";

const title = "A new alert rule";

/** NewAlertRulePage writes a rule from nothing, from a kind and a metric, or from another rule. */
export function NewAlertRulePage(): ReactNode {
  const { copy, kind, metric } = useSearch({ from: "/shell/alerts/new-rule" });
  const { me } = useWorkspace();
  const proposed = useMemo(() => proposeDraft(kind ?? "threshold", metric ?? ""), [kind, metric]);
  if (me.role !== "ADMINISTRATOR")
    return (
      <AlertsFrame title={title}>
        <Panel title="Definition">
          <EmptyNote title="Administrators make alert rules.">Ask one of yours; every rule can be read.</EmptyNote>
        </Panel>
      </AlertsFrame>
    );
  return copy === undefined ? <Editor key={`${kind} ${metric}`} draft={proposed} /> : <Copy key={copy} id={copy} />;
}

function Copy({ id }: { id: string }): ReactNode {
  const query = useQuery(ruleQuery(id));
  const definition = query.data?.definition;
  const draft = useMemo(() => (definition === undefined ? null : copyDraft(readRuleDraft(definition))), [definition]);
  if (draft !== null) return <Editor draft={draft} />;
  return (
    <AlertsFrame title={title}>
      <Panel title="Definition">
        <QueryFrame query={query} what="the rule" skeleton={<SkeletonRows rows={14} height={40} />}>
          {() => <EmptyNote title="There is no rule to copy in what you see.">Look at all rules.</EmptyNote>}
        </QueryFrame>
      </Panel>
    </AlertsFrame>
  );
}

function Editor({ draft }: { draft: RuleDraft }): ReactNode {
  const search = useSearch({ from: "/shell/alerts/new-rule" });
  const navigate = useNavigate({ from: "/alerts/new-rule" });
  return (
    <RuleEditor
      title={title}
      draft={draft}
      version={0}
      search={search}
      onSearch={(change) =>
        void navigate({ search: (previous) => ({ ...previous, ...change }), resetScroll: false, replace: true })
      }
    />
  );
}
