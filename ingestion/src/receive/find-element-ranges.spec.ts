import fc from "fast-check";
import { findElementRanges } from "./find-element-ranges.js";

const cut = (text: string): unknown[] => {
  const bytes = Buffer.from(text);
  const ranges = findElementRanges(bytes);
  return Array.from({ length: ranges.length / 2 }, (_, index) =>
    JSON.parse(bytes.toString("utf8", ranges[index * 2], ranges[index * 2 + 1])),
  );
};

describe("findElementRanges", () => {
  it("finds every element of any array, however it is spaced", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 1, 4, "\t", "\r\n "), (values, space) => {
        expect(cut(JSON.stringify(values, undefined, space))).toEqual(JSON.parse(JSON.stringify(values)));
      }),
      { seed: 20261121 },
    );
  });

  it.each([
    ["[]", []],
    ["  [ ]  ", []],
    ['[{"a":"],["}, "\\"]" ,7]', [{ a: "],[" }, '"]', 7]],
    ['[{"é":"ž"}]', [{ é: "ž" }]],
  ])("cuts %s", (text, values) => {
    expect(cut(text)).toEqual(values);
  });
});
