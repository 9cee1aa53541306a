import { describeSeverityPart } from "./describe-severity-part.js";

const part = (more: object) =>
  ({ id: "MONEY", title: "Money", points: 1, most: 40, value: 1_240, full: 100_000, unit: "money", ...more }) as const;

describe("describeSeverityPart", () => {
  it.each([
    ["money", part({}), "EUR 1,240.00, logarithmic, full at EUR 100,000.00"],
    ["no money", part({ value: null }), "no money named"],
    ["an age", part({ unit: "seconds", value: 7_200, full: 604_800 }), "2 h, full at 7 d"],
    ["no age", part({ unit: "seconds", value: null }), "nobody said when it was raised"],
    ["a share", part({ unit: "ratio", value: 0.5, full: 1 }), "50.0 % by the source"],
    ["no share", part({ unit: "ratio", value: 0, full: 1 }), "none named by the source"],
    ["a part without weight", part({ most: 0 }), "not weighed"],
  ])("tells %s", (_, of, words) => {
    expect(describeSeverityPart(of, "EUR")).toBe(words);
  });
});
