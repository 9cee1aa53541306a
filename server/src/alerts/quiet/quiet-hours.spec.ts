import { DateTime } from "luxon";
import { checkQuietHours } from "./check-quiet-hours.js";
import { findQuietEnd, isQuiet, type QuietHours } from "./quiet-hours.js";

const ALL = [1, 2, 3, 4, 5, 6, 7];
const night: QuietHours = { zone: "Europe/Berlin", windows: [{ days: ALL, start: "22:00", end: "06:00" }] };
const at = (text: string) => Date.parse(text);

it.each([
  ["2026-04-10T19:59:59Z", false],
  ["2026-04-10T20:00:00Z", true],
  ["2026-04-11T03:59:59Z", true],
  ["2026-04-11T04:00:00Z", false],
])("is quiet from 22:00 to 06:00 in Berlin: %s %p", (text, quiet) => expect(isQuiet(night, at(text))).toBe(quiet));

it("belongs to the day it starts", () => {
  const friday = { ...night, windows: [{ days: [5], start: "22:00", end: "06:00" }] };
  expect(isQuiet(friday, at("2026-04-10T21:00:00Z"))).toBe(true);
  expect(isQuiet(friday, at("2026-04-11T03:00:00Z"))).toBe(true);
  expect(isQuiet(friday, at("2026-04-11T21:00:00Z"))).toBe(false);
  expect(isQuiet(friday, at("2026-04-10T03:00:00Z"))).toBe(false);
});

it("lasts a whole day when it ends where it starts, and until midnight at 24:00", () => {
  const sunday = { ...night, windows: [{ days: [7], start: "08:00", end: "08:00" }] };
  expect(isQuiet(sunday, at("2026-04-12T05:59:00Z"))).toBe(false);
  expect(isQuiet(sunday, at("2026-04-12T06:00:00Z"))).toBe(true);
  expect(isQuiet(sunday, at("2026-04-13T05:59:00Z"))).toBe(true);
  expect(isQuiet(sunday, at("2026-04-13T06:00:00Z"))).toBe(false);
  const evening = { ...night, windows: [{ days: [7], start: "20:00", end: "24:00" }] };
  expect(isQuiet(evening, at("2026-04-12T21:59:00Z"))).toBe(true);
  expect(isQuiet(evening, at("2026-04-12T22:00:00Z"))).toBe(false);
});

it("has no window in the hour that spring leaves out, and two in the hour that autumn repeats", () => {
  const small = { ...night, windows: [{ days: ALL, start: "02:00", end: "03:00" }] };
  // 2026-03-29: 02:00 to 03:00 does not exist in Berlin. 2026-10-25: it comes twice.
  for (let minute = 0; minute < 240; minute += 1)
    expect(isQuiet(small, at("2026-03-28T23:00:00Z") + minute * 60_000)).toBe(false);
  const quiet = Array.from({ length: 300 }, (_, minute) =>
    isQuiet(small, at("2026-10-24T22:00:00Z") + minute * 60_000),
  );
  expect(quiet.filter(Boolean)).toHaveLength(120);
});

it.each([
  ["Europe/Berlin", "22:00", "06:00"],
  ["America/New_York", "01:30", "02:30"],
  ["Australia/Lord_Howe", "01:45", "02:15"],
  ["Pacific/Apia", "23:00", "01:00"],
  ["Asia/Kathmandu", "00:00", "07:15"],
  ["America/Sao_Paulo", "21:00", "21:00"],
])("agrees with Luxon's wall clock around every change of clocks in %s", (zone, start, end) => {
  const hours = { zone, windows: [{ days: [1, 3, 6, 7], start, end }] };
  const [from, to] = [start, end].map((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) as [
    number,
    number,
  ];
  for (const day of ["2026-03-07", "2026-03-28", "2026-04-04", "2026-10-03", "2026-10-24", "2026-10-31"])
    for (let quarter = 0; quarter < 240; quarter += 1) {
      const instant = at(`${day}T00:00:00Z`) + quarter * 900_000;
      const local = DateTime.fromMillis(instant, { zone });
      const minute = local.hour * 60 + local.minute;
      const began = from < to || minute >= from ? local : local.minus({ days: 1 });
      const isInside = from < to ? minute >= from && minute < to : minute >= from || minute < to;
      expect(isQuiet(hours, instant)).toBe(isInside && [1, 3, 6, 7].includes(began.weekday));
    }
});

it("ends at the first minute that is not quiet, across windows that meet", () => {
  const windows = [
    { days: ALL, start: "22:00", end: "24:00" },
    { days: ALL, start: "00:00", end: "06:00" },
  ];
  expect(findQuietEnd({ zone: "UTC", windows }, at("2026-04-10T23:10:30Z"))).toBe(at("2026-04-11T06:00:00Z"));
});

it.each([
  [{ zone: "Mars/Base" }, "time zone"],
  [{ windows: [] }, "windows"],
  [{ windows: [{ days: [0], start: "22:00", end: "06:00" }] }, "Days"],
  [{ windows: [{ days: [1], start: "24:00", end: "06:00" }] }, "HH:MM"],
  [{ windows: [{ days: ALL, start: "00:00", end: "00:00" }] }, "always"],
  [{ windows: [{ days: ALL, start: "00:00", end: "24:00" }] }, "always"],
])("refuses %j", (given, words) =>
  expect(checkQuietHours({ ...night, ...given }, at("2026-04-10T12:00:00Z"))).toContain(words),
);

it("takes what leaves some time", () => expect(checkQuietHours(night, at("2026-04-10T12:00:00Z"))).toBeUndefined());
