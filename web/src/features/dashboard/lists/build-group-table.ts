import { buildFigureCell } from "../../../metrics/build-figure-cell.js";
import { formatFigure } from "../../../metrics/format-figure.js";
import type { PanelTable } from "../../../ui/panel-tools.js";
import type { PanelAnswer } from "../ask/panel-queries.js";
import type { PanelDefinition } from "../dashboard-query.js";
import { renderGroupTitle } from "../frame/render-group-title.js";

/** buildGroupTable writes groups as plain rows: the name, then each metric with its numerator and denominator. */
export function buildGroupTable(answer: PanelAnswer, panel: PanelDefinition): PanelTable {
  const titles = panel.metrics.flatMap(({ metric, title }) => [title ?? metric, "Numerator", "Denominator"]);
  return {
    columns: [{ title: "Name" }, { title: "Currency" }, ...titles.map((title) => ({ title, isNumber: true }))],
    rows: answer.groups.map(({ key, values }) => [
      renderGroupTitle(key),
      values.find(({ currency }) => currency !== null)?.currency ?? "",
      ...panel.metrics.flatMap(({ metric }) => {
        const figure = values.find((value) => value.metric === metric);
        return [
          buildFigureCell(figure, (value) => formatFigure(value, figure ?? { unit: "count" })),
          buildCount(figure?.numerator),
          buildCount(figure?.denominator),
        ];
      }),
    ]),
  };
}

function buildCount(value: number | null | undefined) {
  return value === null || value === undefined ? "" : { value, unit: "" };
}
