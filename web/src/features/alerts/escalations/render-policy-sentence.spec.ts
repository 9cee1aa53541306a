import { renderPolicySentence } from "./render-policy-sentence.js";

const nameOf = (id: string): string => id.toUpperCase();
const step = (afterMinutes: number, contacts: string[], repeats = false) => ({ afterMinutes, contacts, repeats });

describe("what a policy would do, in a sentence", () => {
  it.each([
    [[step(0, ["a"])], 0, "At once: A."],
    [[step(5, ["a", "b", "c"])], 0, "After 5 min: A, B and C."],
    [
      [step(0, ["a", "b"]), step(15, ["c"]), step(75, ["d"])],
      0,
      "At once: A and B; after 15 min: C; after 1 h 30 min: D.",
    ],
    [
      [step(0, ["a"], true), step(30, ["b"])],
      1,
      "At once: A; after 30 min: B; then A again, once more, the last time after 30 min.",
    ],
    [[step(5, ["a"], true)], 3, "After 5 min: A; then A again, 3 times more, the last time after 20 min."],
    [[], 0, "Nobody is told."],
  ])("%j, %s loops", (steps, loops, words) => {
    expect(renderPolicySentence({ steps, loops }, nameOf)).toBe(words);
  });
});
