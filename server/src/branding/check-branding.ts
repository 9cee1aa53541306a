import type { Branding } from "./branding.js";
import { checkPicture } from "./check-picture.js";
import { chooseDarkColour, contrast, DARK_GROUND, isColour, LIGHT_GROUND, READABLE } from "./contrast.js";

/** BrandingDraft is a branding as an administrator writes it; without a colour for dark ground the same hue is lightened. */
export type BrandingDraft = Omit<Branding, "colourDark"> & { readonly colourDark: string | null };

/** BrandingProblem says which part of a branding is at fault, and what to do. */
export interface BrandingProblem {
  readonly field: keyof Branding;
  readonly message: string;
}

const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029]/;

/** checkBranding returns the branding that a draft means, or what is wrong with it. */
export function checkBranding(
  draft: BrandingDraft,
): { readonly branding: Branding } | { readonly problem: BrandingProblem } {
  const problem = checkTexts(draft) ?? checkColours(draft) ?? checkPictures(draft);
  if (problem !== undefined) return { problem };
  const { productName, signInWords, senderName, colour, colourDark, logo, icon, host } = draft;
  return {
    branding: {
      ...{ productName: productName.trim(), signInWords: signInWords.trim(), senderName: senderName.trim() },
      ...{ colour: colour.toLowerCase(), colourDark: (colourDark ?? chooseDarkColour(colour)).toLowerCase() },
      ...{ logo, icon, host: host.trim().toLowerCase() },
    },
  };
}

function checkTexts({ productName, signInWords, senderName, host }: BrandingDraft): BrandingProblem | undefined {
  const texts = [
    ["productName", productName, 1, 60],
    ["signInWords", signInWords, 0, 160],
    ["senderName", senderName, 0, 60],
  ] as const;
  for (const [field, text, least, most] of texts) {
    const { length } = text.trim();
    if (length < least || length > most) return { field, message: `Write ${least} to ${most} characters.` };
    if (CONTROL.test(text)) return { field, message: "Write it on one line." };
  }
  if (host.trim() !== "" && !HOST.test(host.trim().toLowerCase()))
    return { field: "host", message: "Write the name alone, such as status.example.com, without https:// and port." };
  return undefined;
}

function checkColours({ colour, colourDark }: BrandingDraft): BrandingProblem | undefined {
  if (!isColour(colour)) return { field: "colour", message: "Write it as #rrggbb." };
  if (colourDark !== null && !isColour(colourDark)) return { field: "colourDark", message: "Write it as #rrggbb." };
  const light = contrast(colour, LIGHT_GROUND);
  if (light < READABLE)
    return {
      field: "colour",
      message: `Its contrast on white is ${light.toFixed(1)}; at least ${READABLE} can be read. Choose a darker one.`,
    };
  const dark = colourDark === null ? READABLE : contrast(colourDark, DARK_GROUND);
  if (dark < READABLE)
    return {
      field: "colourDark",
      message: `Its contrast on dark ground is ${dark.toFixed(1)}; at least ${READABLE} can be read. Choose a lighter one.`,
    };
  return undefined;
}

function checkPictures({ logo, icon }: BrandingDraft): BrandingProblem | undefined {
  for (const [field, picture] of [
    ["logo", logo],
    ["icon", icon],
  ] as const) {
    const message = picture === "" ? undefined : checkPicture(picture);
    if (message !== undefined) return { field, message };
  }
  return undefined;
}
