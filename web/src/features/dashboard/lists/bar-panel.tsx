import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { BarList } from "../../../charts/bar-list.js";
import { Figure } from "../../../metrics/figure.js";
import { formatFigure } from "../../../metrics/format-figure.js";
import { panelTotalsQuery, type PanelAnswer } from "../ask/panel-queries.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { GroupName } from "../frame/group-name.js";
import { PanelFrame } from "../frame/panel-frame.js";
import { useMetricFacts } from "../frame/use-metric-facts.js";
import { usePanelQuestion } from "../frame/use-panel-question.js";
import { buildGroupTable } from "./build-group-table.js";
import { chooseOrder } from "./choose-order.js";
import { listFigures } from "./list-figures.js";
import { shapeBars } from "./shape-bars.js";

/** BarPanel shows one metric by one dimension as bars, in the order of the panel. */
export function BarPanel(props: { panel: PanelDefinition }): ReactNode {
  const { panel } = props;
  const question = usePanelQuestion(panel);
  const metric = question.metrics[0] ?? "";
  const { better } = useMetricFacts()(metric);
  const limit = panel.limit ?? 10;
  const orderBy = { metric, direction: chooseOrder(panel.order, better) };
  const query = useQuery(panelTotalsQuery({ ...question, limit, orderBy }));
  return (
    <PanelFrame
      panel={panel}
      query={query}
      height={limit * 20}
      isEmpty={(answer) => listFigures(answer, metric).length === 0}
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
  const { zero, bars } = shapeBars(figures.map(({ figure }) => figure.value));
  return (
    <BarList
      label={panel.title}
      zero={zero}
      rows={figures.map(({ key, figure }, index) => ({
        key: JSON.stringify(key),
        name: <GroupName groupKey={key} opens={panel.opens} />,
        ...(bars[index] ?? { from: 0, to: 0 }),
        tone: "plain",
        value: (
          <Figure
            figure={figure}
            render={(value) => formatFigure(value, figure)}
            label={key.map(({ title, id }) => title ?? id ?? "").join(", ")}
            of={{ filter, key }}
          />
        ),
      }))}
    />
  );
}
