import type { Content } from "pdfmake/interfaces.js";
import { renderDuration } from "../../live/render-duration.js";
import type { KpiLine, PromiseLine, PromiseTarget, ReportContent } from "../content/report-content.js";
import { renderChange } from "../content/render-change.js";
import { renderDays, renderInstant } from "../content/render-period.js";
import { buildHeading, buildTable, findMetric, INK, renderShare, renderValue } from "./build-table.js";

/** buildKpis is the table of key figures: value, target, change in words, and what it rests on. */
export function buildKpis({ kpis, earlier, terms }: ReportContent): Content {
  return [
    buildHeading("Key figures", `Changes are against ${renderDays(earlier, terms.timeZone)}.`),
    buildTable(
      [
        { head: "Figure", width: "*" },
        { head: "Value", width: 84, isNumber: true },
        { head: "Target", width: 44, isNumber: true },
        { head: "Before", width: 84, isNumber: true },
        { head: "Change", width: 96 },
        { head: "Measured", width: 46, isNumber: true },
      ],
      kpis.map(buildKpiRow),
    ),
  ];
}

function buildKpiRow({ metric, value, before, target }: KpiLine): Content[] {
  const change = renderChange(metric, value, { value: value.value, before: before?.value ?? null });
  const isMissed = target !== null && value.value !== null && value.value < target;
  const title = value.currency === null ? metric.title : `${metric.title}, ${value.currency}`;
  return [
    [
      { text: title, bold: true },
      { text: metric.meaning, color: INK.faint, fontSize: 7.5 },
    ],
    { text: renderValue(value), bold: true, fontSize: 10.5, ...(isMissed ? { color: INK.bad } : {}) },
    { text: isMissed ? `${renderShare(target)} missed` : renderShare(target), ...(isMissed ? { color: INK.bad } : {}) },
    renderValue(before),
    { text: change?.words ?? "–", ...(change?.isBetter === false ? { color: INK.bad } : {}) },
    renderShare(value.coverage),
  ];
}

/** buildPromises is the table of promises: one row a workflow and policy, with its target, what was kept of how many, and what was excluded. */
export function buildPromises({ promises, terms }: ReportContent): Content {
  const words =
    promises.length === 0
      ? "Nothing that was promised was decided in this period."
      : "Kept of those decided in the period. Overdue is what was open past its deadline at the end; excluded ones are counted apart.";
  const table = buildTable(
    [
      { head: "Workflow and promise", width: "*" },
      { head: "Target", width: 52, isNumber: true },
      { head: "Kept", width: 68, isNumber: true },
      { head: "Kept of decided", width: 76, isNumber: true },
      { head: "Broken", width: 40, isNumber: true },
      { head: "Overdue", width: 42, isNumber: true },
      { head: "Excluded", width: 44, isNumber: true },
      { head: "Measured", width: 46, isNumber: true },
    ],
    promises.map((line) => buildPromiseRow(line, terms.timeZone)),
  );
  return [buildHeading("Promises by workflow", words), ...(promises.length === 0 ? [] : [table])];
}

function buildPromiseRow(line: PromiseLine, timeZone: string): Content[] {
  const { workflowTitle, policyTitle, targets, values } = line;
  const kept = findMetric(values, "sla_attainment");
  const target = targets.at(-1)?.target;
  const isMissed = kept?.value != null && target !== undefined && kept.value < target;
  const count = (value: number | null | undefined) => (value ?? 0).toLocaleString("en");
  return [
    [
      { text: workflowTitle, bold: true },
      ...[policyTitle, ...targets.map((each) => renderTerms(each, targets.length, timeZone))].map((text) => ({
        ...{ text, color: INK.faint, fontSize: 7.5 },
      })),
    ],
    targets.length === 0 ? "none" : renderShare(target),
    {
      text: `${renderValue(kept)}${isMissed ? "\nbelow target" : ""}`,
      bold: true,
      ...(isMissed ? { color: INK.bad } : {}),
    },
    `${count(kept?.numerator)} of ${count(kept?.denominator)}`,
    renderValue(findMetric(values, "sla_breached")),
    renderValue(findMetric(values, "sla_overdue")),
    renderValue(findMetric(values, "sla_excluded")),
    renderShare(kept?.coverage),
  ];
}

function renderTerms(
  { target, limitSeconds, calendar, since }: PromiseTarget,
  count: number,
  timeZone: string,
): string {
  const hours = calendar === "" ? "" : calendar === "@store" ? ", in opening hours" : `, in hours of ${calendar}`;
  const from = since === null ? "" : ` from ${renderInstant(since, timeZone)}`;
  return `${count > 1 ? `${renderShare(target)} ` : ""}within ${renderDuration(limitSeconds)}${hours}${from}`;
}
