import type { PanelDriversFragment } from "../../../graphql/operations.js";
import { renderDriverSentence } from "./render-driver-sentence.js";

function answer(
  [value, previous]: readonly [number | null, number | null],
  drivers: readonly (readonly [string | null, number, number | null])[],
  groups = drivers.length,
): PanelDriversFragment {
  return {
    ...{ explained: "", previousFrom: "", previousTo: "" },
    value: { value, unit: "ratio", currency: null },
    previous: { value: previous, nullReason: null },
    drivers: [
      {
        dimension: "WORKFLOW",
        ...{ groups, others: 0 },
        drivers: drivers.map(([id, contribution, share]) => ({
          ...{ contribution, share },
          key: [{ dimension: "WORKFLOW", id, title: id === "erp" ? "ERP posting" : null }],
        })),
      },
    ],
  };
}

it.each([
  [
    "a fall",
    answer(
      [0.94, 0.96],
      [
        ["erp", -0.0142, 0.71],
        ["x", -0.0058, 0.29],
      ],
    ),
    "ERP posting: 71 % of the loss.",
  ],
  [
    "a gain",
    answer(
      [0.96, 0.94],
      [
        ["return-refund", 0.01, 0.5],
        ["x", 0.01, 0.5],
      ],
    ),
    "Return refund: 50 % of the gain.",
  ],
  [
    "one that went the other way",
    answer(
      [0.96, 0.94],
      [
        ["erp", -0.04, -2],
        ["x", 0.03, 1.5],
      ],
    ),
    "ERP posting worked against it by 4.0 points.",
  ],
  [
    "one that moved more than all together",
    answer(
      [0.94, 0.96],
      [
        ["erp", -0.04, 2],
        ["x", 0.02, -1],
      ],
    ),
    "ERP posting alone moved it by 4.0 points, others the other way.",
  ],
  [
    "a group without a name",
    answer(
      [0.94, 0.96],
      [
        [null, -0.02, 1],
        ["x", 0, 0],
      ],
    ),
    "Without a name: 100 % of the loss.",
  ],
])("says %s", (_case, given, words) => {
  expect(renderDriverSentence(given, "HIGHER")).toBe(words);
});

it.each([
  [
    "nothing moved",
    answer(
      [0.9, 0.9],
      [
        ["erp", 0.1, null],
        ["x", -0.1, null],
      ],
    ),
  ],
  [
    "there is nothing to compare",
    answer(
      [0.9, null],
      [
        ["erp", 0.1, null],
        ["x", 0, null],
      ],
    ),
  ],
  ["the only group explains all of it by itself", answer([0.94, 0.96], [["erp", -0.02, 1]])],
  ["nothing explains it", answer([0.94, 0.96], [])],
])("says nothing where %s", (_case, given) => {
  expect(renderDriverSentence(given, "HIGHER")).toBeNull();
});
