import { formatDuration } from "../../format/format-duration.js";
import { formatRatio } from "../../format/format-ratio.js";
import type { PanelTable, TableCell } from "../../ui/panel-tools.js";
import type { ProcessReport } from "./process-query.js";

const count = (value: number): TableCell => ({ value, unit: "" });
const share = (value: number | null): TableCell =>
  value === null ? { value, reason: "nothing to divide by" } : { value, unit: "ratio", text: formatRatio(value) };
const seconds = (value: number | null): TableCell =>
  value === null ? { value, reason: "no run tells it" } : { value, unit: "s", text: formatDuration(value) };
const number = (title: string) => ({ title, isNumber: true });

/** buildEdgeTable writes the moves of a process as plain rows, all of them. */
export function buildEdgeTable(report: ProcessReport): PanelTable {
  return {
    columns: [{ title: "From" }, { title: "To" }, number("Times"), number("Median"), number("95 of 100 within")],
    rows: report.edges.map((edge) => [
      ...[edge.from, edge.to, count(edge.count)],
      ...[seconds(edge.durationP50), seconds(edge.durationP95)],
    ]),
  };
}

/** buildVariantTable writes the variants of a process as plain rows. */
export function buildVariantTable(report: ProcessReport): PanelTable {
  return {
    columns: [
      { title: "Steps" },
      ...["Runs", "Share", "Median", "95 of 100 within"].map(number),
      { title: "Outcomes" },
      { title: "Deviations" },
    ],
    rows: report.variants.map((variant) => [
      variant.steps.join(" → "),
      ...[count(variant.cases), share(variant.share), seconds(variant.durationP50), seconds(variant.durationP95)],
      variant.outcomes.map(({ outcome, cases }) => `${outcome.toLowerCase()} ${cases}`).join(", "),
      (variant.deviations ?? [])
        .map(({ kind, step }) => `${kind.toLowerCase().replaceAll("_", " ")} ${step}`)
        .join(", "),
    ]),
  };
}

/** buildStepTable writes the steps of a process as plain rows. */
export function buildStepTable(report: ProcessReport): PanelTable {
  return {
    columns: [
      { title: "Step" },
      ...[
        "Runs",
        "Times",
        "Share of all time",
        "Work, median",
        "Work, 95 of 100",
        "Wait, median",
        "Wait, 95 of 100",
      ].map(number),
      ...["Runs that did it again", "Failures"].map(number),
    ],
    rows: report.stepFigures.map((step) => [
      ...[step.step, count(step.cases), count(step.times), share(step.shareOfAll)],
      ...[seconds(step.workP50), seconds(step.workP95), seconds(step.waitP50), seconds(step.waitP95)],
      ...[count(step.reworkedCases), count(step.failures)],
    ]),
  };
}
