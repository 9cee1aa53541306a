import { joinCurrencies } from "./join-currencies.js";

const part = (dimension: string, id: string) => ({ dimension, id, title: null });
const value = (metric: string, amount: number, currency: string | null, unit = "money") => ({
  ...{ metric, value: amount, currency, unit, numerator: null, denominator: null, coverage: null, nullReason: null },
  ...{ previous: null, previousNullReason: null, intervalLow: null, intervalHigh: null },
});
const group = (key: ReturnType<typeof part>[], values: ReturnType<typeof value>[]) => ({
  ...{ key, values, rank: null, isBelowSample: false },
});

it("makes one row of a client's currencies and never adds them", () => {
  const rows = joinCurrencies([
    group([part("CLIENT", "a")], [value("kept", 0.9, null, "ratio"), value("risk", 0, null)]),
    group([part("CLIENT", "b")], [value("kept", 0.8, null, "ratio"), value("risk", 0, null)]),
    group([part("CLIENT", "a"), part("CURRENCY", "EUR")], [value("risk", 5, "EUR")]),
    group([part("CLIENT", "a"), part("CURRENCY", "GBP")], [value("risk", 7, "GBP")]),
  ]);
  expect(
    rows.map(({ key, figures }) => [
      key[0]?.id,
      figures.map(({ metric, value: amount, currency }) => `${metric} ${amount} ${currency}`),
    ]),
  ).toEqual([
    ["a", ["kept 0.9 null", "risk 5 EUR", "risk 7 GBP"]],
    ["b", ["kept 0.8 null", "risk 0 null"]],
  ]);
});
