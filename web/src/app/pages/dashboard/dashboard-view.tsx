import { useMemo, type ReactNode } from "react";
import { DashboardContext } from "../../../features/dashboard/dashboard-context.js";
import type { Definition } from "../../../features/dashboard/dashboard-query.js";
import { usePageState, type FixedPlaces } from "../../../features/dashboard/frame/use-page-state.js";
import { AfterFirst } from "../../../ui/after-first.js";
import { EmptyNote } from "../../../ui/empty-note.js";
import { useWorkspace, WorkspaceContext } from "../../../workspace/workspace-context.js";
import { FilterChips } from "./filter-chips.js";
import { findMissingVariables } from "./find-missing-variables.js";
import { Headline } from "./headline.js";
import { PanelOf } from "./panel-of.js";
import { useFirstReady } from "./use-first-ready.js";

interface DashboardViewProps {
  readonly definition: Definition;
  readonly places: FixedPlaces;
  /** actions stand beside the title: print, copy, edit. */
  readonly actions?: ReactNode;
  /** isPreview leaves the headline out: the page around has its own. */
  readonly isPreview?: boolean;
}

/** DashboardView draws a definition: headline, what the page is narrowed to, and its panels. */
export function DashboardView(props: DashboardViewProps): ReactNode {
  const { definition, places } = props;
  const workspace = useWorkspace();
  const state = usePageState(definition, places);
  const narrowed = useMemo(() => ({ ...workspace, filter: state.filter }), [workspace, state.filter]);
  const missing = findMissingVariables(definition, state.filter);
  return (
    <DashboardContext value={state}>
      <WorkspaceContext value={narrowed}>
        {missing.length > 0 ? (
          <div style={{ gridColumn: "1 / -1" }}>
            <EmptyNote title={`Choose a ${missing.join(" and a ")} first.`}>
              {definition.title} is about one {missing.join(" and one ")}: choose it at the top of the page.
            </EmptyNote>
          </div>
        ) : (
          <>
            {props.isPreview === true ? null : (
              <Headline definition={definition} places={places} actions={props.actions} />
            )}
            <FilterChips places={places} />
            <Panels definition={definition} />
          </>
        )}
      </WorkspaceContext>
    </DashboardContext>
  );
}

function Panels(props: { definition: Definition }): ReactNode {
  const { panels } = props.definition;
  const { index, isReady } = useFirstReady(props.definition);
  const first = panels.slice(0, index + 1);
  const rest = panels.slice(index + 1);
  return (
    <>
      {first.map((panel) => (
        <PanelOf key={panel.id} panel={panel} />
      ))}
      <AfterFirst isReady={isReady}>
        {rest.map((panel) => (
          <PanelOf key={panel.id} panel={panel} />
        ))}
      </AfterFirst>
    </>
  );
}
