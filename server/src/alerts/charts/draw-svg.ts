import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { renderAsync, Resvg, type ResvgRenderOptions } from "@resvg/resvg-js";

/** Twice as many pixels as points: phones show them one to one. */
const SHARPNESS = 2;
/** Fonts lie beside us: none of the machine is looked for, so a picture is the same everywhere. */
const FONTS = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/inter/package.json"));
const OPTIONS: ResvgRenderOptions = {
  font: {
    loadSystemFonts: false,
    fontFiles: ["400Regular", "600SemiBold"].map((name) => join(FONTS, name, `Inter_${name}.ttf`)),
    defaultFontFamily: "Inter",
  },
  logLevel: "off",
};

/**
 * drawSvg makes a PNG of an SVG, beside the event loop. Rejects when it is none.
 * TRICKY: the renderer reads files that an `<image>` names. Give it only what was written here or has passed `checkPicture`.
 */
export async function drawSvg(svg: string, fitTo: ResvgRenderOptions["fitTo"] = { mode: "zoom", value: SHARPNESS }) {
  return (await renderAsync(svg, { ...OPTIONS, fitTo })).asPng();
}

/** measureSvg reads how large an SVG says it is, in points, without drawing it. Throws when it is none. */
export function measureSvg(svg: string): { readonly width: number; readonly height: number } {
  const { width, height } = new Resvg(svg, { font: { loadSystemFonts: false }, logLevel: "off" });
  return { width, height };
}
