import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useRouter, useSearch } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { ConformancePanel } from "../../features/processes/conformance-panel.js";
import { GraphPanel } from "../../features/processes/graph-panel.js";
import { PeersPanel } from "../../features/processes/peers-panel.js";
import type { ProcessLinks } from "../../features/processes/process-links.js";
import { ProcessFacts } from "../../features/processes/process-facts.js";
import { processQuery } from "../../features/processes/process-query.js";
import { StepsPanel } from "../../features/processes/steps-panel.js";
import { VariantsPanel } from "../../features/processes/variants-panel.js";
import { writeRunPath } from "../../run-path/run-path.js";
import { Choice } from "../../ui/choice.js";
import { EmptyNote } from "../../ui/empty-note.js";
import filters from "../../ui/filters.module.css";
import { PageTitle } from "../../ui/page-title.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { useWorkspace } from "../../workspace/workspace-context.js";

const defaultPaths = 90;
const between = "→";

/** ProcessPage shows how the runs of one workflow go: variants, the graph of their steps, where time goes, and what deviates. */
export function ProcessPage(): ReactNode {
  const { workflow } = useParams({ from: "/shell/processes/$workflow" });
  const search = useSearch({ from: "/shell/processes/$workflow" });
  const navigate = useNavigate({ from: "/processes/$workflow" });
  const { filter, range, registry, scope } = useWorkspace();
  const question = { workflow, filter, range, isMerged: search.merged === "1" };
  const query = useQuery(processQuery(question));
  const links = useProcessLinks(workflow, question.isMerged);
  const paths = readPaths(search.paths);
  const variant = useMemo(() => search.variant?.split(between) ?? null, [search.variant]);
  const change = (parts: { [name in keyof typeof search]?: string | undefined }): void =>
    void navigate({ search: (previous) => ({ ...previous, ...parts }), resetScroll: false, replace: true });
  const title = registry.workflows.find(({ id }) => id === workflow)?.title ?? workflow;
  return (
    <>
      <PageTitle title={title} note="runs that ended in the range">
        <div className={filters.filters}>
          <Choice
            label="Workflow"
            value={workflow}
            options={listWorkflows(registry.workflows)}
            onChoose={(id) =>
              id === undefined ? undefined : void navigate({ to: "/processes/$workflow", params: { workflow: id } })
            }
          />
          <label data-tip="Logs of updates restate a state; merged, equal steps in a row count once.">
            <input
              type="checkbox"
              checked={question.isMerged}
              onChange={(event) =>
                change({ merged: event.currentTarget.checked ? "1" : undefined, variant: undefined })
              }
            />{" "}
            Merge equal steps in a row
          </label>
        </div>
      </PageTitle>
      <QueryFrame
        query={query}
        what="the process"
        skeleton={<SkeletonRows rows={14} height={48} />}
        isEmpty={(report) => report.cases === 0 && report.casesWithoutSteps === 0}
        empty={
          <EmptyNote title="No run of this workflow ended in the range.">
            Choose a longer range or a wider scope above.
          </EmptyNote>
        }
      >
        {(report) => (
          <>
            <ProcessFacts report={report} />
            <GraphPanel
              {...{ report, paths, variant, links }}
              onPaths={(share) => change({ paths: share === defaultPaths ? undefined : String(share) })}
            />
            <StepsPanel report={report} links={links} />
            <ConformancePanel report={report} links={links} />
            <VariantsPanel
              {...{ report, links }}
              chosen={variant}
              onChoose={(steps) => change({ variant: steps === null ? undefined : steps.join(between) })}
            />
            <PeersPanel
              question={question}
              isNarrowed={scope.stores.length + scope.channels.length + scope.partners.length > 0}
            />
          </>
        )}
      </QueryFrame>
    </>
  );
}

/** Links keep scope and range, because the list of runs is asked with them. */
function useProcessLinks(workflow: string, isMerged: boolean): ProcessLinks {
  const router = useRouter();
  const kept = useSearch({ from: "/shell" });
  return useMemo(
    () => ({
      hrefOf: (way) => {
        const path = writeRunPath({ workflow, ...way, ...(isMerged ? { mergeRepeats: true } : {}) });
        const { panel: _, table: __, why: ___, ...search } = kept;
        return router.buildLocation({ to: "/runs", search: { ...search, path } }).href;
      },
      follow: (href) => void router.navigate({ to: href }),
    }),
    [router, kept, workflow, isMerged],
  );
}

function listWorkflows(workflows: readonly { readonly id: string; readonly title: string }[]) {
  const titles = new Map(workflows.map(({ id, title }) => [id, title]));
  return [...titles].map(([id, words]) => ({ id, words })).sort((a, b) => a.words.localeCompare(b.words));
}

function readPaths(text: string | undefined): number {
  const paths = Number(text);
  return Number.isFinite(paths) && paths >= 10 && paths <= 100 ? paths : defaultPaths;
}
