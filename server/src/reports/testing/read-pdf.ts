import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** readPdf returns the text of each page of a PDF, as a reader would search it: white space is one blank. */
export async function readPdf(bytes: Uint8Array): Promise<string[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await loading.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("");
    pages.push(text.replaceAll(/\s+/g, " "));
  }
  await loading.destroy();
  return pages;
}
