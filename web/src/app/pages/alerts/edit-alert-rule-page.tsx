import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo, useState, type ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";
import { RuleEditor } from "../../../features/alerts/editor/rule-editor.js";
import { readRuleDraft } from "../../../features/alerts/definition/rule-draft.js";
import { ruleQuery, type RuleDetail } from "../../../features/alerts/rules/rules-query.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import table from "../../../ui/table.module.css";

/** EditAlertRulePage writes a new version of a rule. */
export function EditAlertRulePage(): ReactNode {
  const { rule: id } = useParams({ from: "/shell/alerts/rules/$rule/edit" });
  const query = useQuery(ruleQuery(id));
  // The rule one began with stays while one writes: whoever changes it meanwhile is told of when it is saved.
  const [begun, setBegun] = useState<RuleDetail | null>(null);
  if (query.data && begun?.id !== id) setBegun(query.data);
  if (begun?.id === id && begun.isEditable) return <Editor key={id} rule={begun} />;
  return (
    <AlertsFrame title={begun?.title ?? "Edit an alert rule"}>
      <Panel title="Definition">
        <QueryFrame query={query} what="the rule" skeleton={<SkeletonRows rows={14} height={40} />}>
          {(rule) =>
            rule === null ? (
              <EmptyNote title="There is no such rule in what you see.">Look at all rules.</EmptyNote>
            ) : (
              <EmptyNote title="You may read this rule, not change it.">
                Administrators who see all it watches may.{" "}
                <Link to="/alerts/rules/$rule" params={{ rule: id }} className={table.link ?? ""}>
                  Read it
                </Link>
              </EmptyNote>
            )
          }
        </QueryFrame>
      </Panel>
    </AlertsFrame>
  );
}

function Editor({ rule }: { rule: RuleDetail }): ReactNode {
  const search = useSearch({ from: "/shell/alerts/rules/$rule/edit" });
  const navigate = useNavigate({ from: "/alerts/rules/$rule/edit" });
  const draft = useMemo(() => readRuleDraft(rule.definition), [rule.definition]);
  return (
    <RuleEditor
      title={rule.title}
      draft={draft}
      version={rule.version}
      search={search}
      onSearch={(change) =>
        void navigate({ search: (previous) => ({ ...previous, ...change }), resetScroll: false, replace: true })
      }
    />
  );
}
