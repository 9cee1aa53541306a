import { formatCount } from "../../format/format-number.js";
import { formatDuration } from "../../format/format-duration.js";
import { formatRatio } from "../../format/format-ratio.js";
import { buildFigureCell } from "../../metrics/build-figure-cell.js";
import { stateWords } from "../../ui/state-shape.js";
import type { PanelTable, TableCell } from "../../ui/panel-tools.js";
import type { WorkflowRow } from "./workflow-row.js";

const numbers = ["Kept", "p95", "Limit", "Open", "Overdue", "Failed", "Coverage"];

/** buildWorkflowTable writes the workflows as plain rows, worst first. */
export function buildWorkflowTable(rows: readonly WorkflowRow[], hasManyClients: boolean): PanelTable {
  const words = ["Workflow", ...(hasManyClients ? ["Client"] : []), "State", "Why"];
  return {
    columns: [...words.map((title) => ({ title })), ...numbers.map((title) => ({ title, isNumber: true }))],
    rows: rows.map((row) => [
      row.title,
      ...(hasManyClients ? [row.clientTitle] : []),
      stateWords[row.state],
      row.reason,
      buildFigureCell(row.figures.sla_attainment, formatRatio),
      buildFigureCell(row.figures.duration_p95, formatDuration),
      buildPlainCell(row.limitSeconds, { unit: "s", render: formatDuration, absent: "no limit is set" }),
      buildFigureCell(row.figures.runs_open, formatCount),
      buildFigureCell(row.figures.sla_overdue, formatCount),
      buildFigureCell(row.figures.failure_rate, formatRatio),
      buildPlainCell(row.coverage, { unit: "ratio", render: formatRatio, absent: "no feed of this workflow is known" }),
    ]),
  };
}

function buildPlainCell(
  value: number | null,
  options: { unit: string; render: (value: number) => string; absent: string },
): TableCell {
  if (value === null) return { value, reason: options.absent };
  return { value, unit: options.unit, text: options.render(value) };
}
