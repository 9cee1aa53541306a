import { buildBrandingDraft, buildBrandingInput } from "./branding-draft.js";

const shown = { productName: "Northbridge", signInWords: "Hello", colour: "#0b6a80", colourDark: "#4cb4cc" };
const saved = { ...shown, productName: "Acme Watch", senderName: "Acme", logo: "data:image/png;base64,AA", icon: null };

describe("a draft of a branding", () => {
  it("starts from what is shown where nothing was saved", () => {
    expect(buildBrandingDraft(null, shown)).toEqual({
      ...shown,
      ...{ senderName: "", host: "", logo: "", icon: "" },
    });
  });

  it("is sent as it was saved when nothing was changed", () => {
    const settings = { ...saved, host: "status.acme.example" };
    expect(buildBrandingInput(buildBrandingDraft(settings, shown))).toEqual(settings);
  });

  it("leaves empty parts to the product", () => {
    const draft = { ...buildBrandingDraft(null, shown), colourDark: " ", senderName: "", host: " " };
    expect(buildBrandingInput(draft)).toMatchObject({ colourDark: null, senderName: null, host: null, logo: null });
  });
});
