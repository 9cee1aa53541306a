import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { dashboardQuery, type Definition } from "../../features/dashboard/dashboard-query.js";
import { DashboardEditor } from "../../features/dashboard/editor/dashboard-editor.js";
import { ErrorNote } from "../../ui/error-note.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { DashboardView } from "./dashboard/dashboard-view.js";

/** EditDashboardPage shows the definition of a dashboard beside what it draws; whoever may change it saves, everybody else copies. */
export function EditDashboardPage(): ReactNode {
  const { id } = useParams({ from: "/shell/dashboards/$id/edit" });
  const query = useQuery(dashboardQuery(id));
  if (query.data === undefined)
    return query.error === null ? (
      <div role="status" aria-busy="true" aria-label="Loading the definition" style={{ gridColumn: "1 / -1" }}>
        <SkeletonRows rows={12} height={33} />
      </div>
    ) : (
      <ErrorNote what="the definition" error={query.error} asOfMs={null} onRetry={() => void query.refetch()} />
    );
  return (
    <DashboardEditor key={id} dashboard={query.data} preview={(definition) => <Preview definition={definition} />} />
  );
}

function Preview(props: { definition: Definition }): ReactNode {
  const places = useMemo(() => ({}), []);
  return <DashboardView definition={props.definition} places={places} isPreview />;
}
