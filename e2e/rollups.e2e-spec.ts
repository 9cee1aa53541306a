import { seededRandom } from "./chaos/seeded-random.js";
import { proveRollups } from "./rollups/prove-rollups.js";

describe("rollups", () => {
  it("say what the rows say, at any time, whatever comes late, twice or in the wrong order, and however often workers die", async () => {
    const finding = await proveRollups({ rounds: 8, questions: 3, seed: 20_261_121, random: seededRandom });
    expect(finding.differences).toEqual([]);
    expect(finding.rolled).toBeGreaterThan(10);
    expect(finding.figures).toBeGreaterThan(1_000);
    expect(finding.crashes).toBeGreaterThan(0);
  }, 300_000);
});
