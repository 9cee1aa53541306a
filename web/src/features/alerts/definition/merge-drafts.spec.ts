import { mergeDrafts } from "./merge-drafts.js";

const base = { title: "T", forSeconds: 60, levels: [{ severity: "warning", threshold: 1 }], owner: "a" };

it("takes over what I left alone", () => {
  const mine = { ...base, title: "Mine" };
  const { owner: _, ...theirs } = { ...base, forSeconds: 120, noData: "fire" };
  expect(mergeDrafts(base, mine, theirs)).toEqual({
    draft: { title: "Mine", forSeconds: 120, levels: base.levels, noData: "fire" },
    taken: ["forSeconds", "owner", "noData"],
    conflicts: [],
  });
});

it("keeps mine where both changed, and says so unless both say the same", () => {
  const mine = { ...base, levels: [{ severity: "warning", threshold: 2 }], forSeconds: 5 };
  const theirs = { ...base, levels: [{ severity: "warning", threshold: 3 }], forSeconds: 5 };
  expect(mergeDrafts(base, mine, theirs)).toEqual({ draft: mine, taken: [], conflicts: ["levels"] });
});
