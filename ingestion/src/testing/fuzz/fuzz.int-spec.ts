import { proveFuzz } from "./prove-fuzz.js";

describe("bodies that are wrong in every way", () => {
  it("are answered clearly, nothing forbidden is accepted, and all that is accepted is stored", async () => {
    const finding = await proveFuzz({ bodies: 3_000, seed: 20_261_121 });
    expect(finding.faults).toEqual([]);
    expect(finding.stored).toBe(finding.accepted);
    expect(finding.keptAsRejected).toBe(finding.rejected);
    expect(finding.accepted).toBeGreaterThan(500);
    expect(finding.rejected).toBeGreaterThan(500);
  }, 120_000);
});
