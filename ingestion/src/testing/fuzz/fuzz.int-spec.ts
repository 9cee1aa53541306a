import { proveFileFuzz } from "./prove-file-fuzz.js";
import { proveFuzz } from "./prove-fuzz.js";
import { proveOtlpFuzz } from "./prove-otlp-fuzz.js";
import { proveWebhookFuzz } from "./prove-webhook-fuzz.js";

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

  it("of webhooks in three styles of signature: forged ones are never taken, signed ones always are answered for what they hold", async () => {
    const finding = await proveWebhookFuzz({ bodies: 2_000, seed: 20_261_121 });
    expect(finding.faults).toEqual([]);
    expect(Object.keys(finding.byStatus)).toEqual(["200", "207", "400", "401", "415"]);
    expect(finding.stored).toBeGreaterThan(500);
    expect(finding.keptAsRejected).toBeGreaterThan(100);
  }, 120_000);

  it("of files, plain and compressed: every row has a verdict, every accepted event is stored", async () => {
    const finding = await proveFileFuzz({ files: 300, seed: 20_261_121 });
    expect(finding.faults).toEqual([]);
    expect(finding.stored).toBe(finding.accepted);
    expect(finding.accepted).toBeGreaterThan(1_000);
    expect(finding.rejectedRows).toBeGreaterThan(300);
    expect(finding.refusedFiles).toBeGreaterThan(10);
  }, 120_000);
});
