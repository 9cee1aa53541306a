import { OWN_BRANDING } from "./branding.js";
import { checkBranding, type BrandingDraft } from "./check-branding.js";

const draft: BrandingDraft = {
  ...OWN_BRANDING,
  productName: " Northbridge ",
  host: "Status.Example.com",
  colourDark: null,
};

describe("a branding", () => {
  it("is taken with its words trimmed, its host in small letters and a colour for dark ground of the same hue", () => {
    expect(checkBranding(draft)).toMatchObject({
      branding: {
        productName: "Northbridge",
        host: "status.example.com",
        colour: "#0b6a80",
        colourDark: expect.stringMatching(/^#/) as string,
      },
    });
  });

  it.each<[keyof BrandingDraft, Partial<BrandingDraft>]>([
    ["productName", { productName: "  " }],
    ["productName", { productName: "x".repeat(61) }],
    ["productName", { productName: "a\nb" }],
    ["senderName", { senderName: "a\r\nBcc: x" }],
    ["signInWords", { signInWords: "x".repeat(161) }],
    ["colour", { colour: "teal" }],
    ["colour", { colour: "#4cb4cc" }],
    ["colourDark", { colourDark: "#0b6a80" }],
    ["colourDark", { colourDark: "red" }],
    ["logo", { logo: "https://x/logo.png" }],
    ["icon", { icon: "data:image/png;base64,AAAA" }],
    ["host", { host: "https://x" }],
    ["host", { host: "x:8080" }],
    ["host", { host: "-x.y" }],
  ])("is refused for its %s", (field, change) => {
    expect(checkBranding({ ...draft, ...change })).toMatchObject({ problem: { field } });
  });
});
