import { buildBrandingCss } from "./apply-branding.js";

describe("the colours of a brand", () => {
  it("replace those of both themes", () => {
    const css = buildBrandingCss({ colour: "#7a1f4d", colourDark: "#e08ab5" });
    expect(css).toContain(":root{--brand:#7a1f4d;");
    expect(css).toContain('[data-mantine-color-scheme="dark"]{--brand:#e08ab5;');
  });

  it("are left alone where they are none, so that no text becomes a style", () => {
    expect(buildBrandingCss({ colour: "red;}body{display:none", colourDark: "#e08ab5" })).toBe("");
  });
});
