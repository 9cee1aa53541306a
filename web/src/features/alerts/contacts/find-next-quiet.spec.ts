import { findNextQuiet } from "./find-next-quiet.js";

const nights = { zone: "Europe/Berlin", windows: [{ days: [1, 2, 3, 4, 5], start: "22:00", end: "07:00" }] };
const find = (now: string, hours = nights) => {
  const found = findNextQuiet(hours, new Date(now));
  return found === undefined ? undefined : [found.isNow, found.from.toISOString(), found.to.toISOString()];
};

describe("the next quiet period", () => {
  // 10 April 2026 is a Friday; Berlin is two hours ahead.
  it.each([
    ["in the afternoon", "2026-04-10T12:00:00Z", [false, "2026-04-10T20:00:00.000Z", "2026-04-11T05:00:00.000Z"]],
    ["at its start", "2026-04-10T20:00:00Z", [true, "2026-04-10T20:00:00.000Z", "2026-04-11T05:00:00.000Z"]],
    ["after midnight", "2026-04-11T01:00:00Z", [true, "2026-04-10T20:00:00.000Z", "2026-04-11T05:00:00.000Z"]],
    ["at its end", "2026-04-11T05:00:00Z", [false, "2026-04-13T20:00:00.000Z", "2026-04-14T05:00:00.000Z"]],
  ])("%s", (_, now, period) => expect(find(now)).toEqual(period));

  it("puts windows that touch together", () => {
    const weekend = {
      zone: "UTC",
      windows: [
        { days: [5], start: "18:00", end: "24:00" },
        { days: [6, 7], start: "00:00", end: "24:00" },
        { days: [1], start: "00:00", end: "06:00" },
      ],
    };
    expect(find("2026-04-10T12:00:00Z", weekend)).toEqual([
      false,
      "2026-04-10T18:00:00.000Z",
      "2026-04-13T06:00:00.000Z",
    ]);
  });

  it("is none without windows, or in no zone", () => {
    expect(find("2026-04-10T12:00:00Z", { zone: "UTC", windows: [] })).toBeUndefined();
    expect(find("2026-04-10T12:00:00Z", { ...nights, zone: "Mars/Olympus" })).toBeUndefined();
  });
});
