import { shapeMarks } from "./shape-marks.js";

const interval = { from: new Date("2026-11-01T00:00:00Z"), to: new Date("2026-11-11T00:00:00Z") };
const mark = (kind: "PROMOTION" | "INCIDENT" | "CORRECTION" | "RELEASE", at: string, title = "x") => ({
  ...{ kind, at, until: null, title, client: null, workflow: null, id: at },
});
const shape = (...annotations: ReturnType<typeof mark>[]) => shapeMarks(annotations, { interval, timeZone: "UTC" });

it("places what happened, oldest first", () => {
  const marks = shape(
    mark("RELEASE", "2026-11-05T00:00:00Z", "v7"),
    mark("PROMOTION", "2026-11-02T12:00:00Z", "Flash offer"),
  );
  expect(marks.map(({ kind, letter, at }) => [kind, letter, new Date(at).getUTCDate()])).toEqual([
    ["promotion", "P", 2],
    ["release", "R", 5],
  ]);
  expect(marks[0]?.words).toEqual(["Promotion, 2 Nov 12:00: Flash offer"]);
});

it("puts what began earlier at the start, and leaves out what comes later", () => {
  const marks = shape(mark("CORRECTION", "2026-10-20T00:00:00Z"), mark("RELEASE", "2026-12-01T00:00:00Z"));
  expect(marks.map(({ at }) => at)).toEqual([interval.from.getTime()]);
});
