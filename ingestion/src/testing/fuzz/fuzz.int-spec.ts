import { proveFuzz } from "./prove-fuzz.js";
import { proveOtlpFuzz } from "./prove-otlp-fuzz.js";

describe("bodies that are wrong in every way", () => {
  it("are answered clearly, nothing forbidden is accepted, and all that is accepted is stored", async () => {
    const finding = await proveFuzz({ bodies: 3_000, seed: 20_261_121 });
    expect(finding.faults).toEqual([]);
    expect(finding.stored).toBe(finding.accepted);
    expect(finding.keptAsRejected).toBe(finding.rejected);
    expect(finding.accepted).toBeGreaterThan(500);
    expect(finding.rejected).toBeGreaterThan(500);
  }, 120_000);

  it("of OpenTelemetry, in both encodings, are answered in its words, and nothing forbidden is stored", async () => {
    const finding = await proveOtlpFuzz({ bodies: 2_000, seed: 20_261_121 });
    expect(finding.faults).toEqual([]);
    expect(Object.keys(finding.byStatus)).toEqual(["200", "400"]);
    expect(finding.stored).toBeGreaterThan(500);
    expect(finding.keptAsRejected).toBeGreaterThan(500);
  }, 120_000);
});
