import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { BarList } from "../../../charts/bar-list.js";
import { formatRatio } from "../../../format/format-ratio.js";
import { Figure } from "../../../metrics/figure.js";
import { formatFigure } from "../../../metrics/format-figure.js";
import { panelTotalsQuery, type PanelAnswer } from "../ask/panel-queries.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { GroupName } from "../frame/group-name.js";
import { PanelFrame } from "../frame/panel-frame.js";
import { usePanelQuestion } from "../frame/use-panel-question.js";
import { buildGroupTable } from "./build-group-table.js";
import { listFigures } from "./list-figures.js";
import { shapePareto } from "./shape-pareto.js";

/** The whole is asked with many groups, so that shares are those of everything and not of what is shown. */
const groupsAtMost = 1000;

/** ParetoPanel shows the few groups that make most of a count: each with what it and those before it make of the whole. */
export function ParetoPanel(props: { panel: PanelDefinition }): ReactNode {
  const { panel } = props;
  const question = usePanelQuestion(panel);
  const metric = question.metrics[0] ?? "";
  const query = useQuery(
    panelTotalsQuery({ ...question, limit: groupsAtMost, orderBy: { metric, direction: "DESCENDING" } }),
  );
  return (
    <PanelFrame
      panel={panel}
      query={query}
      height={(panel.limit ?? 12) * 18}
      isEmpty={(answer) => listFigures(answer, metric).every(({ figure }) => (figure.value ?? 0) <= 0)}
      table={(answer) => buildGroupTable(answer, panel)}
    >
      {(answer) => <Bars panel={panel} answer={answer} metric={metric} />}
    </PanelFrame>
  );
}

function Bars(props: { panel: PanelDefinition; answer: PanelAnswer; metric: string }): ReactNode {
  const { panel, answer, metric } = props;
  const { filter } = usePanelQuestion(panel);
  const figures = listFigures(answer, metric);
  const shape = shapePareto(figures.map(({ figure }) => figure.value ?? 0));
  return (
    <BarList
      label={panel.title}
      rows={figures.slice(0, panel.limit ?? 12).flatMap(({ key, figure }, index) => {
        const place = shape[index];
        if (place === undefined || (figure.value ?? 0) <= 0) return [];
        return [
          {
            key: JSON.stringify(key),
            name: <GroupName groupKey={key} opens={panel.opens} />,
            ...{ from: 0, to: place.length, tone: place.isVital ? ("plain" as const) : ("dim" as const) },
            value: (
              <Figure
                figure={figure}
                render={(value) => formatFigure(value, figure)}
                label={key.map(({ title, id }) => title ?? id ?? "").join(", ")}
                of={{ filter, key }}
              />
            ),
            aside: `${formatRatio(place.cumulative)} together`,
          },
        ];
      })}
    />
  );
}
