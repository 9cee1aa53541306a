import { proveChaos } from "./chaos/prove-chaos.js";
import { seededRandom } from "./chaos/seeded-random.js";

describe("two replicas, while everything around them breaks", () => {
  it("store each acknowledged event once and end with the metrics of the input", async () => {
    const finding = await proveChaos({ events: 12_000, faults: 8, seed: 20_261_121, random: seededRandom });
    expect(finding.surprises).toEqual([]);
    expect(finding.stored).toBe(finding.events);
    expect(finding.identities).toBe(finding.events);
    expect(finding.doubleRuns).toBe(0);
    expect(finding.differences).toEqual([]);
    expect(finding.compared).toBeGreaterThan(200);
    expect(finding.exitCodes).toEqual([0, 0]);
  }, 300_000);
});
