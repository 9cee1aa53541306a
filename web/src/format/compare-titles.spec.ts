import { compareTitles } from "./compare-titles.js";

it.each<[readonly string[], readonly string[]]>([
  [
    ["Store 10", "Store 9", "Store 1"],
    ["Store 1", "Store 9", "Store 10"],
  ],
  [
    ["Zürich", "Aachen", "Ähtäri"],
    ["Aachen", "Ähtäri", "Zürich"],
  ],
])("%j is read as %j", (titles, expected) => {
  expect([...titles].sort(compareTitles)).toEqual(expected);
});
