import { settleOrder } from "./settle-order.js";

const keyOf = (row: { id: string }): string => row.id;

it("settleOrder holds known rows in place with new content, adds new ones at the end, drops what is gone", () => {
  const rows = [
    { id: "new", value: 9 },
    { id: "c", value: 3 },
    { id: "a", value: 1 },
  ];
  expect(settleOrder(rows, ["a", "b", "c"], keyOf)).toEqual([
    { id: "a", value: 1 },
    { id: "c", value: 3 },
    { id: "new", value: 9 },
  ]);
});
