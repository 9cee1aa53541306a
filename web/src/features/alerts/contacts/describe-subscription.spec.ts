import { describeDays, describeQuietHours, describeSeverities, describeTimes } from "./describe-subscription.js";

describe("a subscription in words", () => {
  it.each([
    [[1, 2, 3, 4, 5], "Mon to Fri"],
    [[6, 7], "Sat, Sun"],
    [[7, 1, 2, 3], "Mon to Wed, Sun"],
    [[1, 3, 5], "Mon, Wed, Fri"],
    [[], ""],
  ])("%j are %s", (days, words) => expect(describeDays(days)).toBe(words));

  it("says how bad, when not, and how often", () => {
    expect(describeSeverities(null)).toBe("any severity");
    expect(describeSeverities(["CRITICAL", "WARNING"])).toBe("critical and warning");
    const windows = [{ days: [1, 2, 3, 4, 5], start: "22:00", end: "07:00" }];
    expect(describeQuietHours({ quietHours: { zone: "Europe/Berlin", windows }, bypass: ["CRITICAL"] })).toBe(
      "quiet Mon to Fri 22:00 to 07:00 (Europe/Berlin), critical passes",
    );
    expect(describeQuietHours({ quietHours: null, bypass: [] })).toBe("no quiet hours");
    expect(describeTimes({ waitSeconds: null, intervalSeconds: 600, repeatSeconds: null })).toBe(
      "waits 30 s, then at most every 10 min, again every 4 h",
    );
  });
});
