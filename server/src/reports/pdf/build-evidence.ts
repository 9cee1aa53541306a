import type { Content } from "pdfmake/interfaces.js";
import type { BreachLine, ReportContent } from "../content/report-content.js";
import { renderFigure } from "../content/render-figure.js";
import { renderInstant } from "../content/render-period.js";
import { buildHeading, buildTable, findMetric, INK, renderValue } from "./build-table.js";

/** buildBreaches lists the worst broken promises with what proves them: the run, when it was due and when it ended. */
export function buildBreaches({ breaches, breachCount, terms }: ReportContent): Content {
  const all = breachCount.toLocaleString("en");
  const words =
    breachCount === 0
      ? "No promise was broken in this period."
      : breaches.length < breachCount
        ? `The worst ${breaches.length} of ${all}, by money and then by how late.`
        : `All ${all}, by money and then by how late.`;
  const table = buildTable(
    [
      { head: "Run", width: "*" },
      { head: "Due", width: 64 },
      { head: "Finished", width: 64 },
      { head: "Late by", width: 58, isNumber: true },
      { head: "Money", width: 78, isNumber: true },
    ],
    breaches.map((breach) => buildBreachRow(breach, terms.timeZone)),
  );
  return [buildHeading("Breaches with evidence", words), ...(breaches.length === 0 ? [] : [table])];
}

function buildBreachRow(breach: BreachLine, timeZone: string): Content[] {
  const { workflowTitle, place, run, entity, outcome, errorCode, latenessSeconds: lateness } = breach;
  const instant = (ms: number | null) => (ms === null ? undefined : renderInstant(new Date(ms), timeZone));
  const about = [place, entity, errorCode].filter((text) => text !== "").join(" · ");
  return [
    [
      { text: [{ text: workflowTitle, bold: true }, { text: `  ${run}` }] },
      ...(about === "" ? [] : [{ text: about, color: INK.faint, fontSize: 7.5 }]),
    ],
    instant(breach.dueAtMs) ?? "no deadline",
    [
      { text: instant(breach.finishedAtMs) ?? "still open" },
      ...(outcome === "" || outcome === "succeeded" ? [] : [{ text: outcome.replaceAll("_", " "), color: INK.bad }]),
    ],
    lateness === null || lateness <= 0 ? "–" : renderFigure(lateness, { unit: "seconds", currency: null }),
    breach.currency === "" ? "–" : renderFigure(breach.amount, { unit: "money", currency: breach.currency }),
  ];
}

/** buildExceptions is the table of exceptions by class. */
export function buildExceptions({ exceptions }: ReportContent): Content {
  const table = buildTable(
    [
      { head: "Class", width: "*" },
      { head: "Raised", width: 56, isNumber: true },
      { head: "Resolved", width: 56, isNumber: true },
      { head: "Open at the end", width: 74, isNumber: true },
      { head: "Resolved within, median", width: 100, isNumber: true },
    ],
    exceptions.map(({ title, values }) => [
      { text: title.replaceAll(/[_-]/g, " "), bold: true },
      renderValue(findMetric(values, "exceptions_raised")),
      renderValue(findMetric(values, "exceptions_resolved")),
      renderValue(findMetric(values, "exceptions_open")),
      renderValue(findMetric(values, "exception_resolution_p50")),
    ]),
  );
  const words = exceptions.length === 0 ? "No exception was raised or open in this period." : "Most raised first.";
  return [buildHeading("Exceptions by class", words), ...(exceptions.length === 0 ? [] : [table])];
}
