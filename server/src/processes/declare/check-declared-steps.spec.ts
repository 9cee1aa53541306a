import { checkDeclaredSteps } from "./check-declared-steps.js";

const list = (...names: string[]) => names.map((step) => ({ step, isOptional: false, mayRepeat: false }));
const many = (count: number) => list(...Array.from({ length: count }, (_, place) => `step ${place}`));

describe("checkDeclaredSteps", () => {
  it.each([
    ["none", list(), undefined],
    ["some", list("send", "Send", " send"), undefined],
    ["100", many(100), undefined],
    ["101", many(101), "TOO_MANY_STEPS"],
    ["no name", list("send", " "), "EMPTY_STEP"],
    ["256 characters", list("x".repeat(256)), undefined],
    ["257 characters", list("x".repeat(257)), "STEP_TOO_LONG"],
    ["the same twice", list("send", "confirm", "send"), "STEP_TWICE"],
  ])("%s", (_, steps, code) => {
    expect(checkDeclaredSteps(steps)?.code).toBe(code);
  });
});
