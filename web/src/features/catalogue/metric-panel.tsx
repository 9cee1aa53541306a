import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatCode } from "../../format/format-code.js";
import { assumptionsQuery } from "../../metrics/assumptions-query.js";
import type { CatalogMetric } from "../../metrics/catalog-query.js";
import { metricsQuery } from "../../metrics/metrics-query.js";
import { Figure } from "../../metrics/figure.js";
import { renderMetricValue } from "../../metrics/render-metric-value.js";
import { EmptyNote } from "../../ui/empty-note.js";
import { Panel } from "../../ui/panel.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { AssumptionTable } from "./assumption-table.js";
import classes from "./catalogue.module.css";
import { directionWords, momentWords, renderEmptyValue, renderUnit } from "./metric-words.js";

/** MetricPanel says all about one metric: what it means, how it is computed, by what it can be split, and what it is now. */
export function MetricPanel(props: { metric: CatalogMetric }): ReactNode {
  const { metric } = props;
  return (
    <>
      <Panel title="What it is" span={8}>
        <p className={classes.meaning}>{metric.meaning}</p>
        <p className={classes.formula}>{metric.formula}</p>
        <dl className={classes.facts}>
          <dt>Unit</dt>
          <dd>{renderUnit(metric.unit)}</dd>
          <dt>Direction</dt>
          <dd>{directionWords[metric.better]}</dd>
          <dt>Counted</dt>
          <dd>{momentWords[metric.moment]}</dd>
          <dt>Without rows</dt>
          <dd>{renderEmptyValue(metric)}</dd>
          <dt>Can be split by</dt>
          <dd>
            {metric.dimensions.length === 0
              ? "nothing: it is one number"
              : metric.dimensions.map((one) => formatCode(one.toLowerCase()).toLowerCase()).join(", ")}
          </dd>
          <dt>Id</dt>
          <dd>
            <code>{metric.id}</code>
          </dd>
        </dl>
      </Panel>
      <Panel title="Now" note="within the scope and range above" span={4}>
        <Values metric={metric} />
      </Panel>
      {metric.assumptions.length === 0 ? null : <Assumptions names={metric.assumptions} />}
    </>
  );
}

function Values(props: { metric: CatalogMetric }): ReactNode {
  const { metric } = props;
  const { filter, range, timeZone } = useWorkspace();
  const query = useQuery(metricsQuery({ metrics: [metric.id], filter, range, timeZone }, { everyMs: 10_000 }));
  return (
    <QueryFrame
      query={query}
      what="the value"
      skeleton={<SkeletonRows rows={2} height={36} />}
      isEmpty={(answer) => answer.groups.length === 0}
      empty={<EmptyNote title="Nothing was measured.">Choose a longer range or a wider scope above.</EmptyNote>}
    >
      {(answer) => (
        <ul className={classes.values}>
          {answer.groups.flatMap((group) =>
            group.values.map((figure, index) => (
              <li key={`${group.key.map(({ id }) => id).join(" ")} ${index}`}>
                <span>{group.key.map(({ title, id }) => title ?? id ?? "none").join(", ")}</span>
                <Figure
                  figure={figure}
                  render={(value) => renderMetricValue(value, figure)}
                  label={metric.title}
                  of={{ key: group.key }}
                  tone="strong"
                />
              </li>
            )),
          )}
        </ul>
      )}
    </QueryFrame>
  );
}

function Assumptions(props: { names: readonly string[] }): ReactNode {
  const query = useQuery(assumptionsQuery);
  return (
    <Panel title="What it assumes" note="no event can tell it: people state it">
      <QueryFrame query={query} what="the assumptions" skeleton={<SkeletonRows rows={3} height={32} />}>
        {(all) => <AssumptionTable names={props.names} assumptions={all} />}
      </QueryFrame>
    </Panel>
  );
}
