import { useQueries } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { BarList } from "../../../charts/bar-list.js";
import { formatRatio } from "../../../format/format-ratio.js";
import { buildFigureCell } from "../../../metrics/build-figure-cell.js";
import { Figure } from "../../../metrics/figure.js";
import { formatFigure } from "../../../metrics/format-figure.js";
import { panelTotalsQuery } from "../ask/panel-queries.js";
import { buildPanelFilter } from "../build-panel-filter.js";
import { useDashboard } from "../dashboard-context.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { PanelFrame } from "../frame/panel-frame.js";
import { useMetricFacts } from "../frame/use-metric-facts.js";
import { chooseKpiFigures } from "../kpi/choose-kpi-figures.js";

/** FunnelPanel shows what is left from stage to stage: each as a share of the first, and of the one before it. */
export function FunnelPanel(props: { panel: PanelDefinition }): ReactNode {
  const { panel } = props;
  const { filter, range, timeZone } = useDashboard();
  const factsOf = useMetricFacts();
  const answers = useQueries({
    queries: panel.metrics.map((stage) =>
      panelTotalsQuery({
        ...{ metrics: [stage.metric], range, timeZone },
        filter: buildPanelFilter(filter, panel.filter, stage.filter),
      }),
    ),
  });
  const stages = panel.metrics.map((stage, index) => {
    const answer = answers[index]?.data;
    return {
      ...stage,
      title: stage.title ?? factsOf(stage.metric).title,
      figure: answer === undefined ? undefined : chooseKpiFigures(answer, stage.metric)[0],
    };
  });
  const [first] = answers;
  const failed = answers.find(({ error }) => error !== null);
  const isThere = answers.every(({ data }) => data !== undefined);
  const query = {
    data: isThere ? stages : undefined,
    error: failed?.error ?? null,
    dataUpdatedAt: first?.dataUpdatedAt ?? 0,
    isPlaceholderData: answers.some(({ isPlaceholderData }) => isPlaceholderData),
    refetch: () => answers.map((answer) => answer.refetch()),
  };
  return (
    <PanelFrame
      panel={panel}
      query={query}
      height={panel.metrics.length * 32}
      isEmpty={(data) => (data[0]?.figure?.value ?? 0) === 0}
      table={(data) => ({
        columns: [{ title: "Stage" }, { title: "Value", isNumber: true }],
        rows: data.map(({ title, figure }) => [
          title,
          buildFigureCell(figure === undefined ? undefined : { ...figure }, (value) =>
            formatFigure(value, figure ?? { unit: "count" }),
          ),
        ]),
      })}
    >
      {(data) => (
        <BarList
          label={panel.title}
          rows={data.map(({ title, figure, filter: own }, index) => {
            const whole = data[0]?.figure?.value ?? 0;
            const before = data[index - 1]?.figure?.value ?? null;
            const value = figure?.value ?? 0;
            return {
              key: `${index} ${title}`,
              name: title,
              ...{ from: 0, to: whole === 0 ? 0 : value / whole, tone: "plain" as const },
              value: (
                <Figure
                  figure={figure}
                  render={(shown) => formatFigure(shown, figure ?? { unit: "count" })}
                  label={title}
                  of={{ filter: buildPanelFilter(filter, panel.filter, own) }}
                />
              ),
              aside: before === null || before === 0 ? "" : `${formatRatio(value / before)} of the stage before`,
            };
          })}
        />
      )}
    </PanelFrame>
  );
}
