import { BURN_TIERS, decideBurn, type BurnFacts } from "./decide-burn.js";

const [fast, slow, ticket] = BURN_TIERS;
const facts = (given: Partial<BurnFacts>): BurnFacts => ({
  ...{ target: 0.999, windowDays: 30, isSeen: true },
  ...{ long: { bad: 0, total: 10_000 }, short: { bad: 0, total: 1_000 } },
  ...given,
});

describe("decideBurn", () => {
  it.each([
    [fast, 30, 14.4],
    [slow, 30, 6],
    [ticket, 30, 1],
    [fast, 28, 13.44],
    [slow, 28, 5.6],
  ])("derives the factor of a tier from the period", (tier, windowDays, factor) => {
    expect(decideBurn(tier, facts({ windowDays })).factor).toBeCloseTo(factor, 10);
  });

  it.each<[string, Partial<BurnFacts>, string]>([
    ["both windows above", { long: { bad: 145, total: 10_000 }, short: { bad: 15, total: 1_000 } }, "BURNING"],
    ["exactly at the threshold", { long: { bad: 144, total: 10_000 }, short: { bad: 144, total: 10_000 } }, "OK"],
    ["only the long window above", { long: { bad: 900, total: 10_000 } }, "OK"],
    ["only the short window above", { short: { bad: 900, total: 1_000 } }, "OK"],
    ["two failures of few runs", { long: { bad: 2, total: 20 }, short: { bad: 2, total: 5 } }, "LOW_VOLUME"],
    ["three failures of few runs", { long: { bad: 3, total: 20 }, short: { bad: 2, total: 5 } }, "BURNING"],
    ["nothing in the short window", { short: { bad: 0, total: 0 } }, "NO_DATA"],
    ["nothing at all", { long: { bad: 0, total: 0 }, short: { bad: 0, total: 0 } }, "NO_DATA"],
    [
      "a service seen too shortly",
      { isSeen: false, long: { bad: 9, total: 9 }, short: { bad: 9, total: 9 } },
      "NO_DATA",
    ],
    ["a target of 90 %", { target: 0.9, long: { bad: 9, total: 9 }, short: { bad: 9, total: 9 } }, "UNREACHABLE"],
    ["a target of 100 %", { target: 1, long: { bad: 9, total: 9 }, short: { bad: 9, total: 9 } }, "BURNING"],
  ])("%s", (_, given, state) => {
    expect(decideBurn(fast, facts(given)).state).toBe(state);
  });

  it("has no burn where there is no budget", () => {
    expect(decideBurn(fast, facts({ target: 1 }))).toMatchObject({ longBurn: null, shortBurn: null });
  });
});
