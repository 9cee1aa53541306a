import type { ReactNode } from "react";
import { Figure } from "../../../metrics/figure.js";
import { formatFigure } from "../../../metrics/format-figure.js";
import { StateShape } from "../../../ui/state-shape.js";
import table from "../../../ui/table.module.css";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import type { PanelAnswer } from "../ask/panel-queries.js";
import { useDashboard } from "../dashboard-context.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { expectRows } from "../frame/expect-rows.js";
import { GroupName } from "../frame/group-name.js";
import { PanelFrame } from "../frame/panel-frame.js";
import { useMetricFacts } from "../frame/use-metric-facts.js";
import { usePanelQuestion } from "../frame/use-panel-question.js";
import type { KpiFigure } from "../kpi/choose-kpi-figures.js";
import { decideTarget } from "../kpi/decide-target.js";
import { describeFigureChange } from "../kpi/describe-figure-change.js";
import { buildGroupTable } from "./build-group-table.js";
import { chooseOrder } from "./choose-order.js";
import { ReportLink } from "./report-link.js";
import { useTableAnswer } from "./use-table-answer.js";
import { isNamed } from "./is-named.js";
import { joinCurrencies, type TableRow } from "./join-currencies.js";
import classes from "./lists.module.css";

/** TablePanel shows several metrics by one or two dimensions, a row a group; amounts of several currencies stand in one cell, never added. */
export function TablePanel(props: { panel: PanelDefinition }): ReactNode {
  const { panel } = props;
  const { registry } = useWorkspace();
  const question = usePanelQuestion(panel);
  const factsOf = useMetricFacts();
  const orderMetric = panel.orderBy ?? question.metrics[0] ?? "";
  const limit = panel.limit ?? 30;
  const query = useTableAnswer(panel, {
    ...question,
    metrics: [...new Set([...question.metrics, orderMetric])],
    limit: Math.min(1000, limit * 4),
    orderBy: { metric: orderMetric, direction: chooseOrder(panel.order, factsOf(orderMetric).better) },
  });
  return (
    <PanelFrame
      panel={panel}
      query={query}
      height={expectRows(question, registry, Math.min(limit, 12)) * 33 + 28}
      isEmpty={({ groups }) => groups.length === 0}
      table={(answer) => buildGroupTable(answer, panel)}
    >
      {(answer) => <Rows panel={panel} answer={answer} limit={limit} />}
    </PanelFrame>
  );
}

function Rows(props: { panel: PanelDefinition; answer: PanelAnswer; limit: number }): ReactNode {
  const { panel, answer, limit } = props;
  const factsOf = useMetricFacts();
  const rows = joinCurrencies(answer.groups)
    .filter(({ key }) => isNamed(key))
    .slice(0, limit);
  return (
    <div className={table.scroll} tabIndex={0} role="group" aria-label={panel.title}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Name</span>
            </th>
            {panel.metrics.map(({ metric, title }) => (
              <th key={metric} scope="col" className={table.number}>
                {title ?? factsOf(metric).title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={JSON.stringify(row.key)}>
              <td>
                <GroupName groupKey={row.key} opens={panel.opens} />
                {panel.opens === "CLIENT" ? <ReportLink groupKey={row.key} /> : null}
              </td>
              {panel.metrics.map((column) => (
                <FigureCell key={column.metric} panel={panel} row={row} column={column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FigureCellProps {
  readonly panel: PanelDefinition;
  readonly row: TableRow;
  readonly column: PanelDefinition["metrics"][number];
}

function FigureCell(props: FigureCellProps): ReactNode {
  const { panel, row, column } = props;
  const { filter } = usePanelQuestion(panel);
  const { better, title } = useMetricFacts()(column.metric);
  const figures = row.figures.filter(({ metric }) => metric === column.metric);
  const [first] = figures;
  const isMissed = decideTarget(first?.value ?? null, column.target, better) === "missed";
  return (
    <td className={table.number}>
      {isMissed ? <StateShape state="late" label="misses its target" /> : null}{" "}
      {figures.length === 0 ? <span className={classes.dim}>–</span> : null}
      {figures.map((figure, index) => (
        <span key={figure.currency ?? ""}>
          {index === 0 ? "" : " + "}
          <Figure
            figure={figure}
            render={(value) => formatFigure(value, figure)}
            label={`${column.title ?? title}`}
            of={{ filter, key: row.key }}
            tone={isMissed ? "bad" : undefined}
          />
        </span>
      ))}
      {column.change && first !== undefined ? <Change figure={first} metric={column.metric} /> : null}
    </td>
  );
}

function Change(props: { figure: KpiFigure; metric: string }): ReactNode {
  const { better } = useMetricFacts()(props.metric);
  const { compared } = useDashboard();
  const change = describeFigureChange({ ...props.figure, better }, "before");
  // Its line is kept while it is on its way: rows do not grow.
  if (change === null) return compared.length === 0 ? null : <div className={classes.change}>{"\u00a0"}</div>;
  return (
    <div className={classes.change} data-tone={change.tone}>
      {change.words.replace(" than before", "")}
    </div>
  );
}
