import { renderMessage } from "./render-message.js";

const row = {
  ...{ id: "r-1", kind: "RUN" as const, at: "2026-11-20T10:00:00.000Z", client: "halden", store: null, channel: null },
  ...{ partner: "brightbox", workflow: "price-sync", run: "r-1", source: null, contribution: 1, currency: null },
} as const;

const parts = {
  ...{ title: "Promises broken", to: "Brightbox", rows: [row], isCut: false, timeZone: "Europe/London" },
  range: { kind: "fixed", from: "2026-10-31T23:00:00.000Z", to: "2026-12-31T00:00:00.000Z" },
  now: new Date("2026-11-21T12:00:00Z"),
  count: { value: 1, numerator: 1, denominator: null },
  onTime: { value: 0.95, numerator: 95, denominator: 100, intervalLow: 0.889, intervalHigh: 0.978 },
  names: { workflow: () => "Price sync" },
  link: "https://example.org/partners/halden/brightbox",
} as const;

describe("renderMessage", () => {
  it("says the rate with its sample and interval, and each case with its id", () => {
    const text = renderMessage(parts);
    expect(text).toContain("Promises broken: Brightbox");
    expect(text).toContain("On time: 95.0 % (95 of 100), 95 % interval 88.9 % to 97.8 %");
    expect(text).toMatch(/- .*10:00.*Price sync r-1/);
    expect(text).toContain("The case:");
    expect(text).toContain(parts.link);
  });

  it("ends at now where the range runs on", () => {
    expect(renderMessage(parts)).toMatch(/to .*21.*12:00/);
  });

  it("says when there are more than it lists", () => {
    expect(renderMessage({ ...parts, isCut: true })).toContain("The newest 1:");
  });

  it("leaves out what has no value", () => {
    const none = { value: null, numerator: 0, denominator: 0 };
    expect(renderMessage({ ...parts, onTime: none, count: undefined })).not.toContain("On time");
  });
});
