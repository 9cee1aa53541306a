import { useQuery } from "@tanstack/react-query";
import { useMemo, type ReactNode } from "react";
import { dashboardQuery } from "../../../features/dashboard/dashboard-query.js";
import type { FixedPlaces } from "../../../features/dashboard/frame/use-page-state.js";
import { ErrorNote } from "../../../ui/error-note.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import { useSearchWord } from "../../../ui/use-search-word.js";
import { DashboardView } from "./dashboard-view.js";
import { PageActions } from "./page-actions.js";

/** DashboardPage draws one dashboard by its id, narrowed to the places of its path. */
export function DashboardPage(props: { id: string } & FixedPlaces): ReactNode {
  const { id, client, store, channel, partner } = props;
  const places = useMemo(() => ({ client, store, channel, partner }), [client, store, channel, partner]);
  const query = useQuery(dashboardQuery(id));
  const compare = useSearchWord("compare");
  if (query.data === undefined)
    return query.error === null ? (
      <div role="status" aria-busy="true" aria-label="Loading the page" style={{ gridColumn: "1 / -1" }}>
        <SkeletonRows rows={8} height={57} />
      </div>
    ) : (
      <ErrorNote what="this page" error={query.error} asOfMs={null} onRetry={() => void query.refetch()} />
    );
  return (
    <DashboardView
      key={id}
      definition={query.data.definition}
      places={places}
      actions={<PageActions dashboard={query.data} compare={compare} />}
    />
  );
}
