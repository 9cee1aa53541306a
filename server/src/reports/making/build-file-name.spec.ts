import { buildFileName } from "./build-file-name.js";

describe("the name of a file", () => {
  const range = { from: new Date("2026-03-28T23:00:00Z"), to: new Date("2026-03-30T22:00:00Z") };
  it.each([
    ["northmart", "2026-Q3", "northmart-2026-Q3.pdf"],
    ["../../etc", "", "etc-2026-03-29-to-2026-03-30.pdf"],
    ['a"\r\nb', "2026-Q3", "a-b-2026-Q3.pdf"],
    ["Märkte", "2026-Q3", "M-rkte-2026-Q3.pdf"],
    ["日本", "2026-Q3", "report-2026-Q3.pdf"],
  ])("of client %j says who and when, and nothing a path or header could be made of", (client, period, name) => {
    expect(buildFileName({ client, period, ...range, timeZone: "Europe/Berlin" }, "PDF")).toBe(name);
  });
});
