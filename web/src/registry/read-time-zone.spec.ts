import { readTimeZone } from "./read-time-zone.js";

it.each(["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+3"])("%s is a zone", (text) => {
  expect(readTimeZone(text)).toBe(text);
});

it.each([undefined, "", "Mars/Olympus", "+02:00", "<b>", "Europe/Berlin "])("%j is none", (text) => {
  expect(readTimeZone(text)).toBeUndefined();
});
