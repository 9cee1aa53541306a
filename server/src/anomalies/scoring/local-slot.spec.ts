import { LocalSlots } from "./local-slot.js";

const find = (zone: string, text: string) => {
  const { slot, hour } = new LocalSlots(zone).find(Date.parse(text));
  return [slot, hour % 24];
};

describe("LocalSlots", () => {
  it.each([
    ["UTC", "2026-01-01T00:00:00Z", [0, 0]],
    ["Europe/Berlin", "2026-01-01T00:00:00Z", [12, 1]],
    ["Europe/Berlin", "2026-07-01T00:00:00Z", [24, 2]],
    ["America/New_York", "2026-01-01T00:05:00Z", [229, 19]],
    ["Asia/Kolkata", "2026-01-01T00:00:00Z", [66, 5]],
    ["no/zone", "2026-01-01T00:00:00Z", [0, 0]],
  ])("places slots of %s at %s", (zone, text, expected) => {
    expect(find(zone, text)).toEqual(expected);
  });

  it("leaves out the hour that a clock skips and has twice the one it repeats", () => {
    const slots = new LocalSlots("Europe/Berlin");
    const hours = (from: string) =>
      Array.from({ length: 5 }, (_, hour) => slots.find(Date.parse(from) + hour * 3_600_000).slot / 12);
    expect(hours("2026-03-28T23:00:00Z")).toEqual([0, 1, 3, 4, 5]);
    expect(hours("2026-10-24T22:00:00Z")).toEqual([0, 1, 2, 2, 3]);
  });
});
