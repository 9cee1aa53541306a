import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { MetricPanel } from "../../features/catalogue/metric-panel.js";
import { catalogQuery } from "../../metrics/catalog-query.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { PageTitle } from "../../ui/page-title.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import table from "../../ui/table.module.css";

/** MetricPage is one entry of the catalogue. */
export function MetricPage(): ReactNode {
  const { id } = useParams({ from: "/shell/catalogue/$id" });
  const query = useQuery(catalogQuery);
  const metric = query.data?.find((entry) => entry.id === id);
  return (
    <>
      <PageTitle
        title={metric?.title ?? id}
        note={
          <>
            <Link className={table.link ?? ""} to="/catalogue">
              Metrics
            </Link>
            {metric === undefined ? "" : `, ${metric.family}`}
          </>
        }
      />
      <QueryFrame
        query={query}
        what="the metric"
        skeleton={<SkeletonRows rows={8} height={40} />}
        isEmpty={() => metric === undefined}
        empty={<EmptyNote title="There is no such metric.">Look for it in the catalogue.</EmptyNote>}
      >
        {() => (metric === undefined ? null : <MetricPanel metric={metric} />)}
      </QueryFrame>
    </>
  );
}
