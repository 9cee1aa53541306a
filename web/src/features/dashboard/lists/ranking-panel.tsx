import { useWorkspace } from "../../../workspace/workspace-context.js";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { IntervalList } from "../../../charts/interval-list.js";
import { formatCount } from "../../../format/format-number.js";
import { Figure } from "../../../metrics/figure.js";
import { formatFigure } from "../../../metrics/format-figure.js";
import { panelTotalsQuery, type PanelAnswer } from "../ask/panel-queries.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { GroupName } from "../frame/group-name.js";
import { expectRows } from "../frame/expect-rows.js";
import { PanelFrame } from "../frame/panel-frame.js";
import { useMetricFacts, type MetricFacts } from "../frame/use-metric-facts.js";
import { usePanelQuestion } from "../frame/use-panel-question.js";
import { decideTarget } from "../kpi/decide-target.js";
import { buildGroupTable } from "./build-group-table.js";
import { isNamed } from "./is-named.js";
import { listFigures } from "./list-figures.js";
import { shapeIntervals } from "./shape-intervals.js";

/** RankingPanel ranks groups by the bound of their interval that is certain; groups with too few rows follow without a rank. */
export function RankingPanel(props: { panel: PanelDefinition }): ReactNode {
  const { panel } = props;
  const { registry } = useWorkspace();
  const question = usePanelQuestion(panel);
  const metric = question.metrics[0] ?? "";
  const facts = useMetricFacts()(metric);
  const limit = panel.limit ?? 20;
  const rankBy = { metric, order: panel.order === "BEST" ? ("BEST_FIRST" as const) : ("WORST_FIRST" as const) };
  const minimumSample = panel.minimumSample ?? 30;
  const query = useQuery(panelTotalsQuery({ ...question, limit, rankBy, minimumSample }));
  return (
    <PanelFrame
      panel={panel}
      query={query}
      height={expectRows(question, registry, limit) * 24}
      isEmpty={(answer) => listFigures(answer, metric).length === 0}
      table={(answer) => buildGroupTable(answer, panel)}
    >
      {(answer) => <Ranking panel={panel} answer={answer} metric={metric} facts={facts} />}
    </PanelFrame>
  );
}

interface RankingProps {
  readonly panel: PanelDefinition;
  readonly answer: PanelAnswer;
  readonly metric: string;
  readonly facts: MetricFacts;
}

function Ranking(props: RankingProps): ReactNode {
  const { panel, answer, metric, facts } = props;
  const { filter } = usePanelQuestion(panel);
  const figures = listFigures(answer, metric).filter(({ key }) => isNamed(key));
  const axis = shapeIntervals(
    figures.map(({ figure }) => figure),
    panel.target,
  );
  return (
    <>
      <IntervalList
        label={panel.title}
        target={axis.target}
        low={formatFigure(axis.low, facts)}
        high={formatFigure(axis.high, facts)}
        rows={figures.map(({ key, rank, figure }, index) => ({
          key: JSON.stringify(key),
          ...{ rank, ...(axis.places[index] ?? { at: null, from: null, to: null }) },
          name: <GroupName groupKey={key} opens={panel.opens} />,
          isMissed: decideTarget(figure.value, panel.target, facts.better) === "missed",
          value: (
            <Figure
              figure={figure}
              render={(value) => formatFigure(value, figure)}
              label={key.map(({ title, id }) => title ?? id ?? "").join(", ")}
              of={{ filter, key }}
            />
          ),
          sample:
            figure.denominator === null
              ? ""
              : `of ${formatCount(figure.denominator)}${rank === null ? ", too few" : ""}`,
        }))}
      />
    </>
  );
}
