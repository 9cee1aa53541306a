import { compareSteps, isConforming, type StepStatus } from "./compare-steps.js";
import type { StepView } from "../trace/step-view.js";

const declare = (...words: string[]) =>
  words.map((word) => ({
    step: word.replace(/[?*]/g, ""),
    isOptional: word.includes("?"),
    mayRepeat: word.includes("*"),
  }));

const go = (...names: string[]): StepView[] =>
  names.map((name, place) => ({
    ...{ id: `${place}`, source: "shop", step: name.replace("!", ""), attempt: 1, sequence: place },
    startedAt: new Date(place * 1_000),
    finishedAt: new Date(place * 1_000 + 500),
    outcome: name.includes("!") ? "FAILED" : "SUCCEEDED",
    ...{ from: null, to: null, errorClass: null, errorCode: null, errorMessage: null },
  }));

const tell = (declared: string[], done: string[], isOpen = false) =>
  compareSteps(declare(...declared), go(...done), isOpen).map(({ step, status }): [string, StepStatus] => [
    step,
    status,
  ]);

describe("compareSteps", () => {
  it.each<[string, string[], string[], [string, StepStatus][]]>([
    [
      "the declared way",
      ["a", "b"],
      ["a", "b"],
      [
        ["a", "DONE"],
        ["b", "DONE"],
      ],
    ],
    [
      "a missing step",
      ["a", "b"],
      ["a"],
      [
        ["a", "DONE"],
        ["b", "MISSING"],
      ],
    ],
    [
      "an optional one left out",
      ["a", "b?"],
      ["a"],
      [
        ["a", "DONE"],
        ["b", "SKIPPED"],
      ],
    ],
    [
      "one that nobody declared",
      ["a"],
      ["x", "a"],
      [
        ["a", "DONE"],
        ["x", "EXTRA"],
      ],
    ],
    [
      "one done again",
      ["a", "b"],
      ["a", "b", "a"],
      [
        ["a", "REPEATED"],
        ["b", "DONE"],
      ],
    ],
    [
      "one that may come again",
      ["a*", "b"],
      ["a", "b", "a"],
      [
        ["a", "DONE"],
        ["b", "DONE"],
      ],
    ],
    [
      "two in the wrong order",
      ["a", "b"],
      ["b", "a"],
      [
        ["a", "OUT_OF_ORDER"],
        ["b", "DONE"],
      ],
    ],
    [
      "an extra one between, in order",
      ["a", "b"],
      ["a", "x", "b"],
      [
        ["a", "DONE"],
        ["b", "DONE"],
        ["x", "EXTRA"],
      ],
    ],
    ["no step at all", ["a"], [], [["a", "MISSING"]]],
    ["nothing declared", [], ["a"], [["a", "EXTRA"]]],
  ])("tells %s", (_, declared, done, expected) => {
    expect(tell(declared, done)).toEqual(expected);
  });

  it("waits for the steps of an open run", () => {
    expect(tell(["a", "b", "c?"], ["a"], true)).toEqual([
      ["a", "DONE"],
      ["b", "PENDING"],
      ["c", "PENDING"],
    ]);
    expect(isConforming(compareSteps(declare("a", "b"), go("a"), true))).toBe(true);
    expect(isConforming(compareSteps(declare("a", "b"), go("a"), false))).toBe(false);
  });

  it("says when, how often and as what each happened", () => {
    const [, b] = compareSteps(declare("a", "b*"), go("b!", "a", "b"), false);
    expect(b).toMatchObject({ place: 2, happenedAs: 1, times: 2, failures: 1, status: "DONE" });
    expect([b?.startedAt?.getTime(), b?.finishedAt?.getTime()]).toEqual([0, 2_500]);
  });
});
