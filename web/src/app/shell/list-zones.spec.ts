import { listZones } from "./list-zones.js";

const shown = (usual: string, chosen: string | undefined, browser: string) =>
  listZones(usual, chosen, browser).map(({ tz, title, isChosen }) => [tz, title, isChosen]);

it("offers the client's zone, UTC and the browser's, each once", () => {
  expect(shown("Europe/Berlin", undefined, "America/New_York")).toEqual([
    [undefined, "Europe/Berlin", true],
    ["UTC", "UTC", false],
    ["America/New_York", "America/New_York", false],
  ]);
  expect(shown("UTC", undefined, "UTC")).toEqual([[undefined, "UTC", true]]);
});

it("keeps a zone that a link brought, and ignores what is none", () => {
  expect(shown("UTC", "Asia/Tokyo", "UTC")).toEqual([
    [undefined, "UTC", false],
    ["Asia/Tokyo", "Asia/Tokyo", true],
  ]);
  expect(shown("UTC", "Mars/Olympus", "UTC")).toEqual([[undefined, "UTC", true]]);
});
