import { DateTime } from "luxon";
import type { Content } from "pdfmake/interfaces.js";
import type { NamedLine, ReportContent } from "../content/report-content.js";
import { buildHeading, buildTable, findMetric, INK, renderShare } from "./build-table.js";

/** Days that were measured at least so far are not listed one by one. */
const WHOLE_DAY = 0.995;
const MAX_DAYS = 60;

/** buildCoverage says what was measured and where the gaps are: by source, by the stores measured least, by day. */
export function buildCoverage(content: ReportContent): Content {
  const { coverage, coverageBySource, coverageByStore, coverageByDay, terms } = content;
  const gaps = coverageByDay.filter((day) => day.coverage === null || day.coverage < WHOLE_DAY);
  const shown = gaps.slice(0, MAX_DAYS).map(({ at, coverage: share }) => {
    const day = DateTime.fromJSDate(at, { zone: terms.timeZone }).setLocale("en-GB").toFormat("ccc d LLL");
    return `${day} ${share === null ? "not measured" : renderShare(share)}`;
  });
  const more = gaps.length > shown.length ? [`and ${gaps.length - shown.length} more days`] : [];
  return [
    buildHeading(
      "Coverage",
      `${renderShare(coverage)} of the feed time that was expected was measured. What was not measured is neither good nor bad, and counts as neither.`,
    ),
    ...buildNamed("Source", coverageBySource),
    ...buildNamed("Store, measured least first", coverageByStore),
    { text: "Days with gaps", bold: true, margin: [0, 0, 0, 3] },
    { text: shown.length === 0 ? "None." : [...shown, ...more].join("  ·  "), color: INK.soft, margin: [0, 0, 0, 14] },
  ];
}

function buildNamed(head: string, lines: readonly NamedLine[]): Content[] {
  const expected = lines.filter(({ values }) => findMetric(values, "coverage")?.denominator);
  if (expected.length === 0) return [];
  return [
    buildTable(
      [
        { head, width: "*" },
        { head: "Measured", width: 60, isNumber: true },
        { head: "Slices of 5 minutes", width: 130, isNumber: true },
      ],
      expected.map(({ title, values }) => {
        const value = findMetric(values, "coverage");
        const counts = [value?.numerator, value?.denominator].map((count) => (count ?? 0).toLocaleString("en"));
        return [title, renderShare(value?.value), counts.join(" of ")];
      }),
    ),
  ];
}

/** buildDefinitions says of each figure what it means, how it is computed, and the version of its formula. */
export function buildDefinitions({ definitions }: ReportContent): Content {
  return [
    buildHeading("Definitions", "What each figure means and how it is computed. Another version is another formula."),
    buildTable(
      [
        { head: "Figure", width: 118 },
        { head: "Meaning and formula", width: "*" },
        { head: "Version", width: 50 },
      ],
      definitions.map(({ metric, version }) => [
        [
          { text: metric.title, bold: true },
          { text: metric.id, color: INK.faint, fontSize: 7.5 },
        ],
        [{ text: metric.meaning }, { text: metric.formulaWords, color: INK.faint, fontSize: 7.5 }],
        { text: version, fontSize: 7.5 },
      ]),
    ),
  ];
}
