import { formatMoney, formatMoneyExact, formatMoneyList } from "./format-money.js";

describe("money", () => {
  it("is shortened with its currency, and exact to the cent", () => {
    expect(formatMoney({ amount: 1_200_000, currency: "EUR" })).toBe("EUR 1.2 M");
    expect(formatMoneyExact({ amount: 48_210.333, currency: "EUR" })).toBe("EUR 48,210.33");
  });

  it("of several currencies is listed, never added", () => {
    const list = [
      { amount: 12_050, currency: "CHF" },
      { amount: 263_400, currency: "EUR" },
      { amount: 0, currency: "GBP" },
    ];
    expect(formatMoneyList(list)).toBe("EUR 263.4 k + CHF 12.1 k");
    expect(formatMoneyList([])).toBe("");
  });
});
