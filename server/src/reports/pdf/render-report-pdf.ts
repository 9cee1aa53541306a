import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import pdfmake from "pdfmake";
import type { Content, StyleDictionary, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { ReportContent } from "../content/report-content.js";
import { renderPeriod } from "../content/render-period.js";
import { buildCoverage, buildDefinitions } from "./build-appendix.js";
import { buildCover } from "./build-cover.js";
import { buildBreaches, buildExceptions } from "./build-evidence.js";
import { buildKpis, buildPromises } from "./build-figures.js";
import { INK } from "./build-table.js";

/** Fonts lie beside us: nothing is fetched, and no other file may be read while a document is drawn. */
const FONTS = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/inter/package.json"));
const font = (name: string) => join(FONTS, name, `Inter_${name}.ttf`);

pdfmake.setFonts({ Inter: { normal: font("400Regular"), bold: font("600SemiBold") } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(`${FONTS}${sep}`));

/** renderReportPdf draws a report; the same content gives the same bytes. */
export async function renderReportPdf(content: ReportContent): Promise<Buffer> {
  return pdfmake.createPdf(buildDocument(content)).getBuffer();
}

const STYLES: StyleDictionary = {
  brand: { fontSize: 13, bold: true },
  kicker: { fontSize: 11, bold: true },
  title: { fontSize: 30, bold: true },
  subtitle: { fontSize: 13, color: INK.soft },
  headline: { fontSize: 15, bold: true },
  heading: { fontSize: 14, bold: true, margin: [0, 10, 0, 2] },
  faint: { color: INK.faint },
};

function buildDocument(content: ReportContent): TDocumentDefinitions {
  const { brand, clientTitle, terms, madeAt } = content;
  const title = `${clientTitle}, ${renderPeriod(terms)}`;
  return {
    pageSize: "A4",
    pageMargins: [40, 48, 40, 48],
    language: "en",
    displayTitle: true,
    info: {
      title,
      author: content.tenantTitle,
      creator: brand.productName,
      producer: brand.productName,
      creationDate: madeAt,
    },
    content: [
      buildCover(content),
      buildKpis(content),
      buildPromises(content),
      buildBreaches(content),
      buildExceptions(content),
      buildCoverage(content),
      buildDefinitions(content),
    ],
    footer: (page, pages): Content => ({
      margin: [40, 14, 40, 0],
      columns: [
        { text: `${brand.productName} · ${title}`, color: INK.faint, fontSize: 7.5 },
        { text: `${page} of ${pages}`, alignment: "right", width: 60, color: INK.faint, fontSize: 7.5 },
      ],
    }),
    // A heading is not left alone at the end of a page.
    pageBreakBefore: (node, nodes) => node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length < 4,
    defaultStyle: { font: "Inter", fontSize: 8.5, color: INK.text, lineHeight: 1.15 },
    styles: STYLES,
  };
}
