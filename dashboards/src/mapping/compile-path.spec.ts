import { compilePath } from "./compile-path.js";
import { PathFault } from "./path-fault.js";

const DOCUMENT = {
  id: 7,
  customer: { name: "Ada", "e-mail": "a@example.com" },
  lines: [
    { sku: "A", price: 1.5, tags: ["x", "y"] },
    { sku: "B", price: 20, tags: [] },
  ],
};

describe("compilePath", () => {
  it.each<[string, unknown]>([
    ["id", 7],
    ["@", DOCUMENT],
    ["customer.name", "Ada"],
    ['customer."e-mail"', "a@example.com"],
    ["customer.absent.deeper", null],
    ["lines[0].sku", "A"],
    ["lines[-1].sku", "B"],
    ["lines[*].sku", ["A", "B"]],
    ["lines[].tags[]", ["x", "y"]],
    ["lines[?price > `10`].sku", ["B"]],
    ["lines[?sku == 'A' && price < `2`].sku | [0]", "A"],
    ["lines[0:1].sku", ["A"]],
    ["absent || id", 7],
    ["customer.*", ["Ada", "a@example.com"]],
  ])("finds %s", (path, expected) => {
    expect(compilePath(path)(DOCUMENT)).toEqual(expected);
  });

  it.each([
    ["functions", "sum(lines[].price)"],
    ["functions within filters", "lines[?contains(sku, 'A')]"],
    ["objects it would build", "{a: id}"],
    ["lists it would build, which double with each step", "[@, @] | [@, @] | [@, @]"],
    ["arithmetic", "id + id"],
    ["references out of a filter", "lines[?sku == $.id]"],
    ["variables", "let $x = id in $x"],
    ["choices", "id ? id : id"],
    ["expression references", "&id"],
    ["anything within allowed parts", "lines[?price > abs(id)].sku"],
  ])("refuses %s", (_name, path) => {
    expect(() => compilePath(path)).toThrow(PathFault);
    expect(() => compilePath(path)).toThrow("not allowed");
  });

  it.each(["constructor", "a.__proto__.b", "lines[?toString]"])("refuses %s, which every object has", (path) => {
    expect(() => compilePath(path)).toThrow("every object has it");
  });

  it.each(["", "a.", "a[", "a b", "lines[?]", "a..b", `a${".a".repeat(300)}`, "(".repeat(511)])(
    "refuses what is no path: %.20s",
    (path) => {
      expect(() => compilePath(path)).toThrow(PathFault);
    },
  );

  it("takes a time that grows with the document, whatever it is asked", () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1), b: [nested(depth - 1)] });
    const document = { lines: Array.from({ length: 100_000 }, (_, id) => ({ id })), deep: nested(16) };
    const startedAt = performance.now();
    for (const path of [
      "lines[?id > `5`].id",
      "lines[*][*][*]",
      "*.*.*.*.*.*.*",
      "deep[][][] | [] | []",
      "lines[?@ == @]",
    ])
      compilePath(path)(document);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
