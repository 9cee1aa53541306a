import fc from "fast-check";
import { settleOrder } from "./settle-order.js";

const keyOf = (row: { id: string }): string => row.id;
const list = (ids: string) => [...ids].map((id) => ({ id }));
const settle = (now: string, shown: string) => {
  const { rows, waiting } = settleOrder(list(now), list(shown), keyOf);
  return [rows.map(keyOf).join(""), waiting];
};

it.each([
  ["abc", "abc", "abc", 0],
  ["cab", "abc", "abc", 1],
  ["cba", "abc", "abc", 2],
  ["abcd", "abc", "abc", 1],
  ["dabc", "abc", "abc", 1],
  ["ac", "abc", "abc", 1],
  ["", "abc", "abc", 3],
  ["xca", "abc", "abc", 3],
  ["abc", "", "", 3],
])("%s on a screen that shows %s: %s, %d wait", (now, shown, kept, waiting) => {
  expect(settle(now, shown)).toEqual([kept, waiting]);
});

it("rows in their places have their new content; one that is gone stays as it was", () => {
  const shown = [
    { id: "a", value: 1 },
    { id: "b", value: 2 },
  ];
  expect(settleOrder([{ id: "b", value: 9 }], shown, keyOf).rows).toEqual([
    { id: "a", value: 1 },
    { id: "b", value: 9 },
  ]);
});

it("whatever changes, no row on the screen moves, and nothing waits exactly when the lists are alike", () => {
  const ids = fc.uniqueArray(fc.constantFrom(..."abcdefgh"), { maxLength: 8 });
  fc.assert(
    fc.property(ids, ids, (now, shown) => {
      const [kept, waiting] = settle(now.join(""), shown.join(""));
      expect(kept).toBe(shown.join(""));
      expect(waiting === 0).toBe(now.join("") === shown.join(""));
    }),
  );
});
