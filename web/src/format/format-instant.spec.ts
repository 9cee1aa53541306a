import { formatInstant, formatInstantExact, formatInstantInText, formatTick } from "./format-instant.js";

const zone = "Europe/Berlin";
const now = new Date("2026-11-21T10:00:00Z");

describe("formatInstant", () => {
  it.each([
    ["2026-11-21T05:00:00Z", "06:00"],
    ["2026-11-20T22:59:00Z", "20 Nov 23:59"],
    ["2026-11-20T23:00:00Z", "00:00"],
    ["2025-01-05T05:00:00Z", "5 Jan 2025 06:00"],
  ])("%s is %s", (at, words) => {
    expect(formatInstant(new Date(at), zone, now)).toBe(words);
  });
});

it.each([
  ["2026-11-20T05:00:00.125Z", "20 Nov 2026, 06:00 (Europe/Berlin)"],
  ["2026-11-20T05:00:07.999Z", "20 Nov 2026, 06:00:07 (Europe/Berlin)"],
])("formatInstantInText says %s as %s", (at, words) => {
  expect(formatInstantInText(new Date(at), zone)).toBe(words);
});

it("formatInstantExact names the zone", () => {
  expect(formatInstantExact(new Date("2026-11-20T05:00:00.125Z"), zone)).toBe(
    "20 Nov 2026, 06:00:00.125 (Europe/Berlin)",
  );
});

it("formatTick says the day at local midnight", () => {
  expect(formatTick(new Date("2026-11-20T23:00:00Z"), zone, 3_600_000)).toBe("21 Nov");
  expect(formatTick(new Date("2026-11-20T22:00:00Z"), zone, 3_600_000)).toBe("23:00");
  expect(formatTick(new Date("2026-11-20T12:00:00Z"), zone, 86_400_000)).toBe("20 Nov");
});
