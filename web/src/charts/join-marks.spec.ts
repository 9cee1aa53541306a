import type { ChartMark } from "./chart-mark.js";
import { joinMarks } from "./join-marks.js";

const mark = (at: number, kind: ChartMark["kind"] = "promotion"): ChartMark => ({
  ...{ at, kind },
  letter: kind === "incident" ? "!" : "P",
  words: [`${kind} at ${at}`],
});

describe("joinMarks", () => {
  it("leaves marks apart that have room", () => {
    expect(joinMarks([mark(0), mark(10)], 10)).toEqual([mark(0), mark(10)]);
  });

  it("makes one of marks that would lie on each other, with the words of each", () => {
    expect(joinMarks([mark(9), mark(0)], 10)).toEqual([
      { at: 0, kind: "promotion", letter: "2", words: ["promotion at 0", "promotion at 9"] },
    ]);
  });

  it("counts from the first of them, so that a chain of near marks does not become one", () => {
    expect(joinMarks([mark(0), mark(6), mark(12)], 10).map(({ at }) => at)).toEqual([0, 12]);
  });

  it("shows an incident among others", () => {
    expect(joinMarks([mark(0), mark(1, "incident")], 10)[0]?.kind).toBe("incident");
  });
});
