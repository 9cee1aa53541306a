import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatCount } from "../../format/format-number.js";
import { catalogQuery } from "../../metrics/catalog-query.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { buildCatalogueTable } from "./build-catalogue-table.js";
import classes from "./catalogue.module.css";
import { findMetrics } from "./find-metrics.js";
import { directionWords, renderUnit } from "./metric-words.js";

interface CatalogueListProps {
  readonly find: string;
  readonly onFind: (text: string) => void;
}

/** CatalogueList lists every metric there is by family, each with its meaning; the search looks through all words of it. */
export function CatalogueList(props: CatalogueListProps): ReactNode {
  const query = useQuery(catalogQuery);
  const families = findMetrics(query.data ?? [], props.find);
  const count = families.reduce((sum, family) => sum + family.metrics.length, 0);
  return (
    <Panel
      title="Metrics"
      note={query.data === undefined ? "" : `${formatCount(count)} of ${formatCount(query.data.length)}`}
      tools={{
        id: "catalogue",
        fileName: "metrics",
        table: () => (query.data === undefined ? null : buildCatalogueTable(families)),
      }}
    >
      <input
        type="search"
        className={classes.find}
        aria-label="Find a metric"
        placeholder="Find a metric by name, meaning or formula"
        value={props.find}
        onChange={(event) => props.onFind(event.currentTarget.value)}
      />
      <QueryFrame
        query={query}
        what="the catalogue"
        skeleton={<SkeletonRows rows={18} height={44} />}
        isEmpty={() => count === 0}
        empty={<EmptyNote title="No metric says that.">Look for another word, or clear the search.</EmptyNote>}
      >
        {() =>
          families.map((family) => (
            <section key={family.title} className={classes.family}>
              <h3>{family.title}</h3>
              <ul>
                {family.metrics.map((metric) => (
                  <li key={metric.id}>
                    <Link to="/catalogue/$id" params={{ id: metric.id }}>
                      <strong>{metric.title}</strong>
                      <span>{metric.meaning}</span>
                      <small>
                        {renderUnit(metric.unit)}, {directionWords[metric.better]}
                      </small>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))
        }
      </QueryFrame>
    </Panel>
  );
}
