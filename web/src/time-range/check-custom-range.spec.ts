import { checkCustomRange } from "./check-custom-range.js";

const zone = "Europe/Berlin";

describe("checkCustomRange", () => {
  it("reads local times of the zone", () => {
    expect(checkCustomRange("2026-07-01T00:00", "2026-11-21T06:30", zone)).toEqual({
      ok: true,
      range: { kind: "fixed", from: "2026-06-30T22:00:00.000Z", to: "2026-11-21T05:30:00.000Z" },
    });
  });

  it.each([
    ["", "2026-11-21T06:30", "incomplete"],
    ["2026-11-21T06:30", "2026-11-21T06:30", "backwards"],
    ["2020-11-21T06:30", "2026-11-21T06:30", "too_long"],
  ])("%s to %s is refused as %s", (from, to, reason) => {
    expect(checkCustomRange(from, to, zone)).toEqual({ ok: false, reason });
  });
});
