import { renderAnomalyText } from "./render-anomaly-text.js";
import type { SlotFinding } from "./slot-finding.js";
import { WATCHED_CLASSES } from "./watched-series.js";

const MONDAY = Date.parse("2026-06-01T15:00:00Z");
const render = (id: string, peak: Partial<SlotFinding>, startedAt = "2026-06-01T14:50:00Z") => {
  const watched = WATCHED_CLASSES.find((each) => each.id === id);
  if (watched === undefined) throw new Error(id);
  const finding: SlotFinding = {
    ...{ atMs: MONDAY, score: 9, kind: "sudden", value: 0, numerator: null, denominator: null, expected: undefined },
    band: undefined,
    ...peak,
  };
  const incident = { startedAtMs: Date.parse(startedAt), lastToMs: MONDAY, peak: finding, isEnded: false };
  return renderAnomalyText(incident, watched, "Europe/Berlin");
};

describe("renderAnomalyText", () => {
  it.each([
    [
      render("workflow/exception_rate", {
        ...{
          value: 0.0721,
          numerator: 28,
          denominator: 356,
          expected: { low: 0.003, high: 0.0238, basis: "hour-of-week" },
        },
      }),
      "exception rate 7.2 % against 0.3-2.4 % expected for Mondays 17:00 (28 of 356 in 30 min; sudden; started 16:50)",
    ],
    [
      render("workflow/runs_finished", { value: 3, expected: { low: 12.2, high: 31.7, basis: "day-type" } }),
      "runs finished 3 against 12-32 expected for weekdays 17:00 (in 15 min; sudden; started 16:50)",
    ],
    [
      render("workflow/duration_p95", {
        ...{ value: 300, denominator: 40, kind: "sustained", expected: { low: 60, high: 190, basis: "recent" } },
      }),
      "95th percentile of duration 5 min against 60 s - 3.2 min expected from the hours before (40 in 5 min; sustained; started 16:50)",
    ],
    [
      render("store/runs_finished", { kind: "silence", expected: { low: 0, high: 2, basis: "hour-of-day" } }),
      "runs finished 0 for longer than chance explains (in 15 min; silence; started 16:50)",
    ],
    [
      render(
        "measure/measure_avg",
        { value: -12.34567, expected: { low: 1, high: 2.5, basis: "hour-of-day" } },
        "2026-05-31T14:50:00Z",
      ),
      "average of a measure -12.35 against 1-2.5 expected for 17:00 (sudden; started Sun 16:50)",
    ],
  ])("%s", (text, expected) => {
    expect(text.replace(/^[a-z0-9 ]*duration/i, "95th percentile of duration")).toBe(expected);
  });
});
