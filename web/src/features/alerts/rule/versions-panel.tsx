import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatInstant, formatInstantExact } from "../../../format/format-instant.js";
import { useNow } from "../../../time-range/use-now.js";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { compareDrafts } from "../definition/compare-drafts.js";
import { readRuleDraft } from "../definition/rule-draft.js";
import { ruleVersionsQuery, type RuleDetail, type RuleVersion } from "../rules/rules-query.js";
import { ChangeTable } from "./change-table.js";
import classes from "./rule.module.css";

/** VersionsPanel says what a rule said before, newest first, each with what it changed, field by field. */
export function VersionsPanel({ rule, unit }: { rule: RuleDetail; unit: string }): ReactNode {
  const query = useQuery(ruleVersionsQuery(rule.id, rule.version));
  return (
    <Panel title="Versions" note={`version ${rule.version} is in force`}>
      <QueryFrame query={query} what="the versions" skeleton={<SkeletonRows rows={3} height={32} />}>
        {(versions) => (
          <ol className={classes.versions}>
            {versions.map((version, index) => (
              <Version key={version.version} version={version} before={versions[index + 1]} unit={unit} />
            ))}
          </ol>
        )}
      </QueryFrame>
    </Panel>
  );
}

function Version(props: { version: RuleVersion; before: RuleVersion | undefined; unit: string }): ReactNode {
  const { version, before } = props;
  const { timeZone, me } = useWorkspace();
  const now = useNow(60_000);
  const at = new Date(version.createdAt);
  const author =
    version.createdBy === "pack"
      ? "came with the product"
      : `by ${version.createdBy === me.id ? "you" : (version.createdByName ?? "somebody who has left")}`;
  const changes =
    before === undefined ? [] : compareDrafts(readRuleDraft(before.definition), readRuleDraft(version.definition));
  return (
    <li>
      <p>
        <strong>Version {version.version}</strong>
        <span data-tip={formatInstantExact(at, timeZone)}>{formatInstant(at, timeZone, now)}</span>
        <span>{author}</span>
        {before === undefined ? <small>the first</small> : null}
        {before !== undefined && changes.length === 0 ? <small>says the same as before</small> : null}
      </p>
      {changes.length === 0 ? null : (
        <ChangeTable changes={changes} unit={props.unit} label={`What version ${version.version} changed`} />
      )}
    </li>
  );
}
