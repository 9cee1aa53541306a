import { chooseGranularity } from "./choose-granularity.js";

const hour = 3_600_000;

describe("chooseGranularity keeps at most 200 points", () => {
  it.each([
    [hour, "MINUTE"],
    [6 * hour, "FIVE_MINUTES"],
    [24 * hour, "FIFTEEN_MINUTES"],
    [7 * 24 * hour, "HOUR"],
    [200 * hour, "HOUR"],
    [201 * hour, "DAY"],
    [90 * 24 * hour, "DAY"],
    [800 * 24 * hour, "WEEK"],
  ])("%d ms in %s", (rangeMs, granularity) => {
    expect(chooseGranularity(rangeMs, 200).granularity).toBe(granularity);
  });
});
