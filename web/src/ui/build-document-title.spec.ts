import { buildDocumentTitle } from "./build-document-title.js";

describe("buildDocumentTitle", () => {
  it.each([
    [{ page: "Stores", product: "Northbridge" }, "Stores · Northbridge"],
    [{ page: "", product: "Northbridge" }, "Northbridge"],
    [{ page: "Stores" }, "Stores"],
    [{}, ""],
  ])("%j is %s", (of, title) => expect(buildDocumentTitle(of)).toBe(title));
});
