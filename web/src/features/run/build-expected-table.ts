import type { PanelTable } from "../../ui/panel-tools.js";
import type { RunDetail } from "./run-query.js";
import { stepStatusWords } from "./step-status-words.js";

/** buildExpectedTable writes declared and actual steps as plain rows; null when no steps are declared. */
export function buildExpectedTable({ steps }: RunDetail["expected"]): PanelTable | null {
  if (steps === null) return null;
  return {
    columns: [
      { title: "Declared as", isNumber: true },
      { title: "Step" },
      { title: "What happened" },
      { title: "Happened as", isNumber: true },
      { title: "Times", isNumber: true },
      { title: "Failures", isNumber: true },
      { title: "From" },
      { title: "To" },
    ],
    rows: steps.map((step) => [
      step.place === null ? "" : { value: step.place, unit: "" },
      ...[step.step, stepStatusWords[step.status]],
      step.happenedAs === null ? "" : { value: step.happenedAs, unit: "" },
      { value: step.times, unit: "" },
      { value: step.failures, unit: "" },
      step.startedAt === null ? "" : { at: step.startedAt },
      step.finishedAt === null ? "" : { at: step.finishedAt },
    ]),
  };
}
