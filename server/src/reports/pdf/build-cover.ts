import type { Column, Content } from "pdfmake/interfaces.js";
import type { ReportContent } from "../content/report-content.js";
import { renderDays, renderInstant, renderPeriod } from "../content/render-period.js";
import { renderShare } from "./build-table.js";

const PAGE_WIDTH = 595.28;
const LOGO_BOX: [number, number] = [180, 56];

/** buildCover is the first page: whose report it is, about whom and when, as of when, and the one figure that matters most. */
export function buildCover(content: ReportContent): Content {
  const { brand, tenantTitle, clientTitle, terms, madeAt, asOf, earlier, coverage } = content;
  const { timeZone } = terms;
  const isRunning = asOf < terms.to;
  const facts: (readonly [string, string])[] = [
    ["Client", clientTitle],
    ["Period", renderPeriod(terms)],
    ["Compared with", renderDays(earlier, timeZone)],
    ["Time zone", timeZone],
    ["Data as of", `${renderInstant(asOf, timeZone)}${isRunning ? ", the period is still running" : ""}`],
    ["Measured", `${renderShare(coverage)} of what was expected`],
    ["Made at", renderInstant(madeAt, timeZone)],
    ["Prepared by", tenantTitle],
    ...(content.limitWords.length === 0 ? [] : [["Limited to", content.limitWords.join("; ")] as const]),
  ];
  return [
    {
      canvas: [{ type: "rect", x: 0, y: 0, w: PAGE_WIDTH, h: 10, color: brand.colour }],
      absolutePosition: { x: 0, y: 0 },
    },
    buildMasthead(content),
    { text: "Service report", style: "kicker", color: brand.colour, margin: [0, 150, 0, 6] },
    { text: clientTitle, style: "title" },
    { text: renderPeriod(terms), style: "subtitle", margin: [0, 4, 0, 28] },
    { text: renderHeadline(content), style: "headline", margin: [0, 0, 0, 28] },
    {
      table: {
        widths: [110, "*"],
        body: facts.map(([name, text]) => [{ text: name, style: "faint" }, { text }]),
      },
      layout: { defaultBorder: false, paddingLeft: () => 0, paddingTop: () => 2, paddingBottom: () => 2 },
      pageBreak: "after",
    },
  ];
}

/** SVG is drawn, other pictures are placed; both were checked when they were saved. */
function buildMasthead({ brand: { logo, productName } }: ReportContent): Content {
  const svg = /^data:image\/svg\+xml;base64,(.+)$/.exec(logo)?.[1];
  const picture: Content =
    svg === undefined
      ? { image: logo, fit: LOGO_BOX }
      : { svg: Buffer.from(svg, "base64").toString("utf8"), fit: LOGO_BOX };
  const beside: Column[] = logo === "" ? [] : [{ stack: [picture], width: "auto", margin: [0, 0, 12, 0] }];
  return { columns: [...beside, { text: productName, style: "brand", margin: [0, 4, 0, 0] }] };
}

function renderHeadline({ kpis, breachCount }: ReportContent): string {
  const kept = kpis.find(({ metric }) => metric.id === "sla_attainment");
  if (kept === undefined || kept.value.value === null)
    return "There is too little data to say whether promises were kept.";
  const verdict =
    kept.target === null
      ? ""
      : kept.value.value >= kept.target
        ? `, at or above the target of ${renderShare(kept.target)}`
        : `, below the target of ${renderShare(kept.target)}`;
  const broken =
    breachCount === 1 ? "1 promise was broken" : `${breachCount.toLocaleString("en")} promises were broken`;
  return `Promises kept: ${renderShare(kept.value.value)}${verdict}. ${broken}.`;
}
