import { proveCommits } from "./prove-commits.js";

describe("the commit protocol", () => {
  it("loses, doubles and invents nothing when workers crash and stand still at any step", async () => {
    const finding = await proveCommits({ seeds: 4, seed: 1, slots: 14, stallChance: 0.04 });
    expect(finding.violations).toEqual([]);
    expect(finding.crashes).toBeGreaterThan(5);
    expect(finding.stalls).toBeGreaterThan(2);
    expect(finding.transitions).toBeGreaterThan(20);
  }, 60_000);

  it("is found out when the comparison of compare-and-set is left out", async () => {
    const finding = await proveCommits({ seeds: 4, seed: 1, slots: 14, isBroken: true, stallChance: 0.1 });
    expect(finding.violations.length).toBeGreaterThan(0);
  }, 60_000);
});
