import fc from "fast-check";
import { tsvDecimal, tsvEventTime, tsvInstant, tsvMap, tsvText } from "./tsv.js";

describe("rows as tab-separated text", () => {
  it("writes instants as toISOString would", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2149, 0, 1) }), (ms) => {
        const text = new Date(ms).toISOString();
        expect(tsvInstant(ms)).toBe(`${text.slice(0, 10)} ${text.slice(11, 23)}`);
        expect(tsvEventTime(text, ms)).toBe(tsvInstant(ms));
      }),
    );
  });

  it("escapes what would end a cell or a row", () => {
    expect(tsvText("a\tb\nc\\d")).toBe("a\\tb\\nc\\\\d");
    expect(tsvMap({ "a'b": "c\td" })).toBe("{'a\\'b':'c\\td'}");
    expect(tsvMap(undefined)).toBe("{}");
  });

  it.each([
    [1, "1"],
    [0.1, "0.100000000"],
    ["12.5", "12.500000000"],
    [undefined, "\\N"],
  ])("writes the decimal %j as %s", (value, text) => {
    expect(tsvDecimal(value)).toBe(text);
  });
});
