import fc from "fast-check";
import { addDecimals } from "./add-decimals.js";

describe("addDecimals", () => {
  it.each<[string[], number]>([
    [["0.1", "0.2"], 0.3],
    [["199.10", "0.20"], 199.3],
    [["-1.50", "1.5"], 0],
    [["-0.05", "0.01"], -0.04],
    [["+2", ".5", "3."], 5.5],
    [["1,250.50", "1"], 1251.5],
    [["1e2", "0.5"], 100.5],
    [["9007199254740992", "0.01"], 9007199254740992],
    [["0"], 0],
  ])("adds %j", (texts, sum) => {
    expect(addDecimals(texts)).toBe(sum);
  });

  it("is the sum in cents, whatever the order", () => {
    const cents = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(cents, (amounts) => {
        const sum = amounts.reduce((total, amount) => total + amount, 0);
        expect(addDecimals(amounts.map((amount) => (amount / 100).toFixed(2)))).toBe(sum / 100 + 0);
      }),
    );
  });
});
