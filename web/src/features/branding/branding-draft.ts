import type { BrandingInput, BrandingSettingsQuery } from "../../graphql/operations.js";

/** BrandingDraft is a branding while it is written; '' where a part is left to the product. */
export interface BrandingDraft {
  readonly productName: string;
  readonly signInWords: string;
  readonly senderName: string;
  readonly colour: string;
  readonly colourDark: string;
  readonly host: string;
  readonly logo: string;
  readonly icon: string;
}

type Saved = NonNullable<BrandingSettingsQuery["brandingSettings"]>;
type Shown = Pick<Saved, "productName" | "signInWords" | "colour" | "colourDark">;

/** buildBrandingDraft starts a draft from what was saved, else from what is shown. */
export function buildBrandingDraft(saved: Saved | null, shown: Shown): BrandingDraft {
  const { productName, signInWords, colour, colourDark } = saved ?? shown;
  return {
    ...{ productName, signInWords, colour, colourDark },
    senderName: saved?.senderName ?? "",
    host: saved?.host ?? "",
    logo: saved?.logo ?? "",
    icon: saved?.icon ?? "",
  };
}

/** buildBrandingInput writes a draft as the server's input. */
export function buildBrandingInput(draft: BrandingDraft): BrandingInput {
  const orNull = (text: string): string | null => (text.trim() === "" ? null : text);
  const { productName, signInWords, colour } = draft;
  return {
    ...{ productName, signInWords, colour: colour.trim() },
    senderName: orNull(draft.senderName),
    colourDark: orNull(draft.colourDark.trim()),
    ...{ logo: orNull(draft.logo), icon: orNull(draft.icon), host: orNull(draft.host.trim()) },
  };
}
