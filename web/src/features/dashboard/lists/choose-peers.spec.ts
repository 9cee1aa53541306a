import { choosePeers } from "./choose-peers.js";
import type { GroupFigure } from "./list-figures.js";

const figure = {
  ...{ metric: "kept", value: 0.9, unit: "ratio", currency: null, numerator: 9, denominator: 10, coverage: 1 },
  ...{ nullReason: null, previous: null, previousNullReason: null, intervalLow: null, intervalHigh: null },
};

function list(count: number, unranked = 0): GroupFigure[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ key: [{ dimension: "STORE", id: String(index + 1), title: null }], figure },
    ...{ rank: index < count - unranked ? index + 1 : null, isBelowSample: index >= count - unranked },
  }));
}

const ids = (figures: readonly GroupFigure[]): (string | null | undefined)[] => figures.map(({ key }) => key[0]?.id);

it.each([
  ["in the middle", list(20), "10", ["1", "8", "9", "10", "11", "12", "20"]],
  ["at the top", list(20), "1", ["1", "2", "3", "20"]],
  ["at the end", list(20), "20", ["1", "18", "19", "20"]],
  ["below the sample", list(20, 2), "20", ["1", "18", "19", "20"]],
  ["alone", list(1), "1", ["1"]],
  ["that has no figure", list(20), "99", ["1", "2", "3", "20"]],
])("of a store %s", (_case, figures, store, expected) => {
  expect(ids(choosePeers(figures, store))).toEqual(expected);
});
