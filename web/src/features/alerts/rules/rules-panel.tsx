import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatCount } from "../../../format/format-number.js";
import { Choice } from "../../../ui/choice.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import filters from "../../../ui/filters.module.css";
import { Panel } from "../../../ui/panel.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { buildRuleTable } from "./build-rule-table.js";
import { chooseRules, ruleStates, type RuleSearch } from "./choose-rules.js";
import { RuleTable } from "./rule-table.js";
import { kindWords } from "../definition/rule-words.js";
import { rulesQuery } from "./rules-query.js";

interface RulesPanelProps {
  readonly search: RuleSearch;
  readonly onChange: (change: RuleSearch) => void;
}

const kinds = [
  { id: "", words: "Any kind" },
  ...Object.entries(kindWords).map(([kind, words]) => ({ id: kind.toLowerCase(), words })),
];

/** RulesPanel lists the rules, those in trouble and those that fire first; every filter stands in the address. */
export function RulesPanel({ search, onChange }: RulesPanelProps): ReactNode {
  const query = useQuery(rulesQuery);
  const rules = chooseRules(query.data ?? [], search);
  return (
    <Panel
      title="Rules"
      note={query.data === undefined ? "" : `${formatCount(rules.length)} of ${formatCount(query.data.length)}`}
      tools={{
        id: "rules",
        fileName: "alert-rules",
        table: () => (query.data === undefined ? null : buildRuleTable(rules)),
      }}
    >
      <div className={filters.filters}>
        <input
          type="search"
          aria-label="Words of a rule"
          placeholder="Words of a rule"
          value={search.find ?? ""}
          onChange={(event) => onChange({ find: event.currentTarget.value || undefined })}
        />
        <Choice label="Kind" value={search.kind ?? ""} options={kinds} onChoose={(kind) => onChange({ kind })} />
        <Choice
          label="State"
          value={search.state ?? ""}
          options={ruleStates}
          onChoose={(state) => onChange({ state })}
        />
      </div>
      <QueryFrame
        query={query}
        what="the rules"
        skeleton={<SkeletonRows rows={14} height={47} />}
        isEmpty={() => rules.length === 0}
        empty={
          query.data?.length === 0 ? (
            <EmptyNote title="There is no rule yet.">
              Rules come with the product as files; <Link to="/alerts/new-rule">write one</Link> of your own.
            </EmptyNote>
          ) : (
            <EmptyNote title="No rule fits.">Remove a filter or look for other words.</EmptyNote>
          )
        }
      >
        {() => <RuleTable rules={rules} />}
      </QueryFrame>
    </Panel>
  );
}
