import { findMetric } from "../../metrics/metric-catalog.js";
import type { ReportRefusal } from "../report-words.js";
import type { ReportAnswer, ReportRestatement as Restatement, ReportView } from "../reports.service.js";
import type { ReportRefused, ReportRestatement } from "./report-answers.type.js";
import type { Report } from "./report.type.js";

const MAX_CHANGES = 200;

/** buildReport shows a report; whose hands it is in and within which limits it is made is nobody's business. */
export function buildReport({ record, clientTitle, files, mayCancel }: ReportView): Report {
  const { id, client, from, to, timeZone, calendar, formats, progress, error, figures } = record;
  const { requestedBy, requestedAt, endedAt, asOf, step, period } = record;
  return {
    ...{ id, client, clientTitle, from, to, timeZone, calendar, formats, progress, error, figures, mayCancel },
    ...{ requestedBy, requestedAt, endedAt, asOf },
    quarter: period === "" ? null : period,
    step: step === "" ? null : step,
    state: record.state.toUpperCase(),
    files: files.map(({ name, size, sha256 }) => ({
      ...{ name, size, sha256, format: name.split(".").at(-1)?.toUpperCase() ?? "" },
      path: `/reports/${id}/${encodeURIComponent(name)}`,
    })),
  };
}

/** buildReportAnswer shows what became of a request. */
export function buildReportAnswer(answer: ReportAnswer): Report | ReportRefused {
  return "refusal" in answer ? buildRefused(answer.refusal) : buildReport(answer.view);
}

/** buildRestatement shows what has changed since a report was made. */
export function buildRestatement(answer: Restatement | ReportRefusal): ReportRestatement | ReportRefused {
  if ("reason" in answer) return buildRefused(answer);
  const { asOf, changes } = answer;
  return {
    ...{ asOf, count: changes.length },
    changes: changes.slice(0, MAX_CHANGES).map(({ figure, key, metric, currency, at, frozen, current }) => ({
      ...{ section: figure, metric, currency, at, reported: frozen, current },
      item: key.map(({ id, title }) => title ?? id ?? "not named").join(", "),
      metricTitle: findMetric(metric)?.title ?? metric,
      unit: findMetric(metric)?.unit ?? "",
    })),
  };
}

function buildRefused({ reason, message, field }: ReportRefusal): ReportRefused {
  return { reason, message, field: field ?? null };
}
