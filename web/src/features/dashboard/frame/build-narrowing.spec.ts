import { buildNarrowing, canNarrowBy, isNarrowed } from "./build-narrowing.js";

const part = (dimension: string, id: string | null) => ({ dimension, id, title: null });

describe("narrowing a page to a row", () => {
  it("sets what the key names, and takes it away the second time", () => {
    const key = [part("CLIENT", "northmart"), part("STORE", "0117"), part("CURRENCY", "EUR")];
    expect(buildNarrowing(key, false)).toEqual({ client: "northmart", store: "0117" });
    expect(buildNarrowing(key, true)).toEqual({ client: undefined, store: undefined });
  });

  it("keeps ids with commas whole", () => {
    expect(buildNarrowing([part("WORKFLOW", "a,b")], false)).toEqual({ workflow: "a%2Cb" });
  });

  it("knows when the page shows that row alone", () => {
    const key = [part("CLIENT", "a")];
    expect(isNarrowed(key, { clients: ["a"] })).toBe(true);
    expect(isNarrowed(key, { clients: ["a", "b"] })).toBe(false);
    expect(isNarrowed(key, {})).toBe(false);
    expect(isNarrowed([part("EXCEPTION_CLASS", "x")], {})).toBe(false);
  });

  it.each([
    ["STORE", { variables: ["STORE"] as const, places: {} }, true],
    ["STORE", { variables: ["CLIENT"] as const, places: {} }, false],
    ["STORE", { variables: ["STORE"] as const, places: { store: "1" } }, false],
    ["CLIENT", { variables: ["CLIENT"] as const, places: { client: "a" } }, true],
    ["EXCEPTION_CLASS", { variables: ["STORE"] as const, places: {} }, false],
  ])("by %s of %j: %p", (dimension, held, is) => {
    expect(canNarrowBy(dimension, held)).toBe(is);
  });
});
