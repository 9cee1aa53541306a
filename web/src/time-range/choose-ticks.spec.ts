import { DateTime } from "luxon";
import { chooseTicks } from "./choose-ticks.js";

const local = (at: number): string => DateTime.fromMillis(at, { zone: "Europe/Berlin" }).toFormat("dd HH:mm");

describe("chooseTicks", () => {
  it("picks round local times", () => {
    const interval = { from: new Date("2026-11-20T09:17:00Z"), to: new Date("2026-11-21T09:17:00Z") };
    expect(chooseTicks(interval, "Europe/Berlin", 7).at.map(local)).toEqual([
      "20 12:00",
      "20 18:00",
      "21 00:00",
      "21 06:00",
    ]);
  });

  it("keeps days at local midnight over the change to winter time", () => {
    const interval = { from: new Date("2026-10-23T22:00:00Z"), to: new Date("2026-10-26T23:00:00Z") };
    expect(chooseTicks(interval, "Europe/Berlin", 4).at.map(local)).toEqual(["24 00:00", "25 00:00", "26 00:00"]);
  });
});
