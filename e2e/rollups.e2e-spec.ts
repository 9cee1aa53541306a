import { seededRandom } from "./chaos/seeded-random.js";
import { proveRollups } from "./rollups/prove-rollups.js";

describe("rollups", () => {
  it("say what the rows say, at any time, whatever comes late, twice or in the wrong order, however often workers die and whatever is promised meanwhile", async () => {
    const finding = await proveRollups({ rounds: 6, questions: 2, seed: 20_261_121, random: seededRandom });
    expect(finding.differences).toEqual([]);
    expect(finding.rolled).toBeGreaterThan(10);
    expect(finding.figures).toBeGreaterThan(1_000);
    expect(finding.crashes).toBeGreaterThan(0);
    expect(finding.changes).toBeGreaterThan(3);
    expect(finding.promised).toBeGreaterThan(0);
  }, 300_000);
});
