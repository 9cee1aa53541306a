import { describeBoundFault, describeFault, isMissing, listFaultsOf, nameEmptyId } from "./describe-fault.js";

it.each([
  ["metric", "Invalid input: expected string, received undefined", "Is needed."],
  ["title", "Too small: expected string to have >=1 characters", "Is needed."],
  ["levels", "Too small: expected array to have >=1 items", "Is needed."],
  ["levels.0.threshold", "Invalid input: expected number, received string", "Must be a number."],
  ["windowSeconds", "Too small: expected number to be >=10", "Must be at least 10 s."],
  ["forSeconds", "Too big: expected number to be <=604800", "Must be at most 7 d."],
  ["objective", "Too small: expected number to be >0", "Must be at least 0."],
  ["title", "Too big: expected string to have <=200 characters", "Must be at most 200 letters."],
  ["op", 'Invalid option: expected one of ">"|"<"', "Must be one of >, <."],
  ["", 'Unrecognized key: "colour"', 'Has a field that no rule has: "colour".'],
  ["id", "must be lower-case words joined by hyphens", "Must be lower-case words joined by hyphens."],
])("says what is wrong with %s: %s", (field, detail, words) => expect(describeFault({ field, detail })).toBe(words));

it("tells what was not written yet from what is wrong", () => {
  expect(isMissing({ field: "a", detail: "Invalid input: expected string, received undefined" })).toBe(true);
  expect(isMissing({ field: "a", detail: "must divide a day" })).toBe(false);
});

it("says that an empty id is missing", () => {
  const fault = { line: 1, field: "id", detail: "must be lower-case words" };
  expect(isMissing(nameEmptyId(fault, ""))).toBe(true);
  expect(nameEmptyId(fault, "A b")).toBe(fault);
});

it("says a threshold in the unit in which it is written", () => {
  const detail = "must be at or below the threshold 0.2, because the rule fires at >";
  const words = "Must be at or below the threshold 20 %, because the rule fires at >.";
  expect(describeBoundFault({ field: "levels.0.recoveryThreshold", detail }, "ratio")).toBe(words);
});

it("finds the faults of a field and of its parts", () => {
  const faults = ["levels", "levels.0.threshold", "levelsOther"].map((field) => ({ line: 1, field, detail: "" }));
  expect(listFaultsOf(faults, "levels").map(({ field }) => field)).toEqual(["levels", "levels.0.threshold"]);
});
