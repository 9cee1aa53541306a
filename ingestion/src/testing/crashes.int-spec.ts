import { proveCrashes } from "./prove-crashes.js";

describe("kill -9 during load", () => {
  it("loses no acknowledged event, stores none twice, and ends with the numbers of an uninterrupted run", async () => {
    const finding = await proveCrashes({ kills: 4, seed: 7 });
    expect(finding.acknowledged).toBeGreaterThan(1_000);
    expect(finding.storedEvents).toBe(finding.acknowledged);
    expect(finding.storedEventIdentities).toBe(finding.acknowledged);
    expect(finding.rowsAfterCrashes === finding.rowsUninterrupted).toBe(true);
  }, 180_000);
});
