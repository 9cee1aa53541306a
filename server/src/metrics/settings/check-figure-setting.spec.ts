import { checkAssumption, checkRetailCalendar } from "./check-figure-setting.js";
import { ASSUMPTION_RULES, buildAssumptions, type Assumption } from "./metric-assumptions.js";

const stated = { name: "value_hourly_rate", low: 30, high: 40, currency: "EUR", note: "" };

describe("checkAssumption", () => {
  it.each([
    [{}, undefined],
    [{ low: 40 }, undefined],
    [{ name: "nothing" }, "unknown_name"],
    [{ low: 41 }, "value_out_of_range"],
    [{ low: -1 }, "value_out_of_range"],
    [{ low: Number.NaN }, "value_out_of_range"],
    [{ high: Number.POSITIVE_INFINITY }, "value_out_of_range"],
    [{ currency: "" }, "currency_missing"],
    [{ currency: "euro" }, "currency_missing"],
    [{ name: "severity_weight_age" }, "currency_not_taken"],
    [{ name: "severity_weight_age", currency: "", low: 0 }, undefined],
    [{ name: "severity_full_money", currency: "", low: 0 }, "value_out_of_range"],
    [{ name: "health_worst_exceptions", currency: "", low: 0 }, "value_out_of_range"],
    [{ name: "value_baseline_leakage", currency: "", low: 0.5, high: 1 }, undefined],
    [{ name: "value_baseline_leakage", currency: "", low: 0.5, high: 1.1 }, "value_out_of_range"],
    [{ note: "n".repeat(1_000) }, undefined],
    [{ note: "n".repeat(1_001) }, "too_long"],
  ])("of %j says %s", (more, code) => {
    expect(checkAssumption({ ...stated, ...more })?.code).toBe(code);
  });
});

describe("checkRetailCalendar", () => {
  const calendar = { firstMonth: 2, firstWeekday: 7, pattern: "4-5-4", yearStart: "NEAREST" } as const;
  it.each([
    [{}, undefined],
    [{ firstMonth: 12, firstWeekday: 1 }, undefined],
    [{ firstMonth: 0 }, "value_out_of_range"],
    [{ firstMonth: 13 }, "value_out_of_range"],
    [{ firstMonth: 1.5 }, "value_out_of_range"],
    [{ firstWeekday: 0 }, "value_out_of_range"],
    [{ firstWeekday: 8 }, "value_out_of_range"],
    [{ pattern: "4-4-4" as "4-4-5" }, "value_out_of_range"],
  ])("of %j says %s", (more, code) => {
    expect(checkRetailCalendar({ ...calendar, ...more })?.code).toBe(code);
  });
});

describe("buildAssumptions", () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  const of = (client: string, low: number, day: number): Assumption => ({
    ...{ name: "value_service_cost", client, low, high: low, currency: "EUR", effectiveAt: at(day), note: "" },
  });
  const all = [of("", 1, 1), of("", 2, 10), of("c1", 3, 5), of("c1", 4, 20)];

  it.each([
    ["c1", 4, 1],
    ["c2", 1, 1],
    ["c2", 9, 1],
    ["c2", 10, 2],
    ["c1", 5, 3],
    ["c1", 19, 3],
    ["c1", 20, 4],
    ["", 31, 2],
  ])("for %s on day %i finds %s", (client, day, low) => {
    expect(buildAssumptions(all, at(day)).find("value_service_cost", client)?.low).toBe(low);
  });

  it("falls back to the standard, and to nothing where there is none", () => {
    const none = buildAssumptions([], at(1));
    for (const { name, standard } of ASSUMPTION_RULES)
      expect(none.find(name, "c1")).toEqual(
        standard === null ? undefined : { low: standard, high: standard, currency: "" },
      );
    expect(none.find("nothing", "")).toBeUndefined();
  });
});
