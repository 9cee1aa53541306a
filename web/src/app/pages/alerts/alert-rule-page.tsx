import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { AlertsFrame } from "../../../features/alerts/alerts-frame.js";
import { AboutPanel } from "../../../features/alerts/rule/about-panel.js";
import { HealthPanel } from "../../../features/alerts/rule/health-panel.js";
import { InstancesPanel } from "../../../features/alerts/rule/instances-panel.js";
import { RuleActions } from "../../../features/alerts/rule/rule-actions.js";
import { useRuleWords } from "../../../features/alerts/rule/use-rule-words.js";
import { VersionsPanel } from "../../../features/alerts/rule/versions-panel.js";
import { mayTry } from "../../../features/alerts/rules/may-try.js";
import { measureOf } from "../../../features/alerts/definition/measure-of.js";
import { readRuleDraft } from "../../../features/alerts/definition/rule-draft.js";
import { ruleQuery, type RuleDetail } from "../../../features/alerts/rules/rules-query.js";
import { BackTestPanel } from "../../../features/alerts/trial/back-test-panel.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";

/** AlertRulePage shows one rule: what it says, how it is doing, where it fires, what it would have done and what it said before. */
export function AlertRulePage(): ReactNode {
  const { rule: id } = useParams({ from: "/shell/alerts/rules/$rule" });
  const query = useQuery(ruleQuery(id));
  const rule = query.data;
  const draft = useMemo(() => readRuleDraft(rule?.definition ?? "{}"), [rule?.definition]);
  const origin = rule?.isOfPack === true ? "came with the product" : `changed by ${rule?.changedByName ?? "a person"}`;
  return (
    <AlertsFrame
      title={rule?.title ?? id}
      note={rule ? `${id}, version ${rule.version}, ${origin}` : ""}
      shape={{ title: id, note: `${id}, version 1, came with the product` }}
      actions={rule ? <RuleActions rule={rule} draft={draft} /> : null}
    >
      <QueryFrame
        query={query}
        what="the rule"
        skeleton={
          <Panel title="What it says">
            <SkeletonRows rows={14} height={32} />
          </Panel>
        }
        isEmpty={(found) => found === null}
        empty={
          <Panel title="What it says">
            <EmptyNote title="There is no such rule in what you see.">
              It may have been deleted, or it watches other clients: look at all rules.
            </EmptyNote>
          </Panel>
        }
      >
        {(found) => (found === null ? null : <RuleBody key={found.id} rule={found} />)}
      </QueryFrame>
    </AlertsFrame>
  );
}

function RuleBody({ rule }: { rule: RuleDetail }): ReactNode {
  const { days } = useSearch({ from: "/shell/alerts/rules/$rule" });
  const navigate = useNavigate({ from: "/alerts/rules/$rule" });
  const { me } = useWorkspace();
  const words = useRuleWords();
  const draft = useMemo(() => readRuleDraft(rule.definition), [rule.definition]);
  const unit = measureOf(draft, words.metrics);
  return (
    <>
      <AboutPanel rule={rule} draft={draft} />
      <HealthPanel rule={rule} draft={draft} />
      <InstancesPanel rule={rule} unit={unit} />
      {mayTry(me) ? (
        <BackTestPanel
          text={rule.definition}
          draft={draft}
          isTriable
          days={days}
          onDays={(chosen) =>
            void navigate({ search: (previous) => ({ ...previous, days: chosen }), resetScroll: false, replace: true })
          }
        />
      ) : null}
      <VersionsPanel rule={rule} unit={unit} />
    </>
  );
}
