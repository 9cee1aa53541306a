import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { BarList } from "../../../charts/bar-list.js";
import { formatFigure } from "../../../metrics/format-figure.js";
import type { PanelDriversFragment } from "../../../graphql/operations.js";
import { panelDriversQuery } from "../ask/panel-queries.js";
import { useDashboard } from "../dashboard-context.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { GroupName } from "../frame/group-name.js";
import { PanelFrame } from "../frame/panel-frame.js";
import { useMetricFacts } from "../frame/use-metric-facts.js";
import { usePanelQuestion } from "../frame/use-panel-question.js";
import { describeFigureChange } from "../kpi/describe-figure-change.js";
import { describeNoComparison } from "../kpi/describe-no-comparison.js";
import { renderComparison } from "../kpi/render-comparison.js";
import { renderGroupTitle } from "../frame/render-group-title.js";
import { chooseDrivers } from "./choose-drivers.js";
import { renderContribution } from "./render-contribution.js";
import { shapeBars } from "./shape-bars.js";

/** DriversPanel shows how much each group of the sharpest dimension moved a figure; the parts sum to the change. */
export function DriversPanel(props: { panel: PanelDefinition }): ReactNode {
  const { panel } = props;
  const { compared, range } = useDashboard();
  const question = usePanelQuestion(panel);
  const metric = question.metrics[0] ?? "";
  const { better } = useMetricFacts()(metric);
  const { filter, timeZone } = question;
  const compareTo = compared[0] ?? "PREVIOUS_PERIOD";
  const query = useQuery(panelDriversQuery({ metric, dimensions: panel.drivers, filter, range, timeZone, compareTo }));
  const change =
    query.data?.value === null || query.data?.value === undefined
      ? null
      : describeFigureChange(
          { ...query.data.value, previous: query.data.previous?.value ?? null, better },
          renderComparison(range, compareTo),
        );
  const previous = query.data?.previous ?? null;
  const empty =
    previous?.value == null
      ? describeNoComparison(previous?.nullReason ?? null, renderComparison(range, compareTo))
      : undefined;
  return (
    <PanelFrame
      panel={panel}
      query={query}
      height={7 * 32}
      {...(empty === undefined
        ? {}
        : { empty, advice: "What moved it is named where both were measured: choose a later or a shorter range." })}
      note={change?.words ?? panel.note ?? ""}
      isEmpty={(answer) => chooseDrivers(answer) === null}
      table={(answer) => buildTable(answer)}
    >
      {(answer) => <Drivers panel={panel} answer={answer} isHigherBetter={better === "HIGHER"} />}
    </PanelFrame>
  );
}

function Drivers(props: { panel: PanelDefinition; answer: PanelDriversFragment; isHigherBetter: boolean }): ReactNode {
  const { panel, answer, isHigherBetter } = props;
  const chosen = chooseDrivers(answer);
  if (chosen === null) return null;
  const { zero, bars } = shapeBars([...chosen.drivers.map(({ contribution }) => contribution), chosen.others]);
  const bar = (index: number) => bars[index] ?? { from: zero, to: zero };
  const toneOf = (contribution: number) =>
    contribution > 0 === isHigherBetter ? ("plain" as const) : ("bad" as const);
  const rows = chosen.drivers.map((driver, index) => ({
    key: JSON.stringify(driver.key),
    name: <GroupName groupKey={driver.key} opens={null} />,
    ...bar(index),
    tone: toneOf(driver.contribution),
    value: renderContribution(driver.contribution, answer),
  }));
  const others = {
    ...{ key: "others", name: "everything else", ...bar(chosen.drivers.length), tone: "dim" as const },
    value: renderContribution(chosen.others, answer),
  };
  return <BarList label={panel.title} zero={zero} rows={chosen.others === 0 ? rows : [...rows, others]} />;
}

function buildTable(answer: PanelDriversFragment) {
  const chosen = chooseDrivers(answer);
  const unit = answer.value?.currency ?? answer.value?.unit ?? "";
  const cell = (value: number) => ({ value, unit, text: formatFigure(value, { unit: answer.value?.unit ?? "count" }) });
  return {
    columns: [{ title: "Name" }, { title: "Part of the change", isNumber: true }],
    rows: [
      ...(chosen?.drivers ?? []).map(({ key, contribution }) => [renderGroupTitle(key), cell(contribution)]),
      ...(chosen === null ? [] : [["everything else", cell(chosen.others)]]),
    ],
  };
}
