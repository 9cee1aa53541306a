import { chooseNextFocus } from "./choose-next-focus.js";

describe("where the focus goes in what a button opened", () => {
  it.each([
    ["menu", "ArrowDown", false, 0, 1],
    ["menu", "ArrowDown", false, 2, 0],
    ["menu", "ArrowDown", false, -1, 0],
    ["menu", "ArrowUp", false, 0, 2],
    ["menu", "ArrowUp", false, 2, 1],
    ["menu", "Home", false, 2, 0],
    ["menu", "End", false, 0, 2],
    ["menu", "Tab", false, 0, null],
    ["menu", "a", false, 0, null],
    ["dialog", "Tab", false, 0, null],
    ["dialog", "Tab", false, 2, 0],
    ["dialog", "Tab", false, -1, 0],
    ["dialog", "Tab", true, 0, 2],
    ["dialog", "Tab", true, -1, 2],
    ["dialog", "Tab", true, 1, null],
    ["dialog", "ArrowDown", false, 0, null],
  ] as const)("%s, %s (shift %s) at %s of 3: %s", (kind, key, isShift, at, next) => {
    expect(chooseNextFocus({ key, isShift }, { kind, at, count: 3 })).toBe(next);
  });

  it("goes nowhere where nothing takes it", () => {
    expect(chooseNextFocus({ key: "Tab", isShift: false }, { kind: "dialog", at: -1, count: 0 })).toBeNull();
  });
});
