import { buildDocumentTitle } from "../../ui/build-document-title.js";
import type { Branding } from "./branding-query.js";

const colour = /^#[0-9a-f]{6}$/;

/** buildBrandingCss writes the colours of a brand for both themes; what the brand does not say is mixed from its colour. */
export function buildBrandingCss(brand: Pick<Branding, "colour" | "colourDark">): string {
  if (!colour.test(brand.colour) || !colour.test(brand.colourDark)) return "";
  const theme = (tone: string, panel: string): string =>
    `--brand:${tone};--sel:color-mix(in srgb, ${tone} 11%, ${panel});--band:${tone}16;--flash:${tone}1f`;
  return `:root{${theme(brand.colour, "#ffffff")}}[data-mantine-color-scheme="dark"]{${theme(brand.colourDark, "#161b21")}}`;
}

/** applyBranding gives the document the title, the icon and the colours of a brand. */
export function applyBranding(document: Document, brand: Branding): void {
  document.documentElement.dataset["product"] = brand.productName;
  document.title = buildDocumentTitle(document.documentElement.dataset);
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  if (icon !== null && brand.icon !== null) {
    icon.type = brand.icon.startsWith("data:image/png") ? "image/png" : "image/svg+xml";
    icon.href = brand.icon;
  }
  const style = document.getElementById("brand") ?? document.head.appendChild(document.createElement("style"));
  style.id = "brand";
  style.textContent = buildBrandingCss(brand);
}
