import { listPolicyTimes } from "./list-policy-times.js";

const step = (afterMinutes: number, contacts: string[], repeats = false) => ({ afterMinutes, contacts, repeats });

describe("when a policy tells whom", () => {
  it("adds up the waits", () => {
    expect(listPolicyTimes([step(0, ["a"]), step(15, ["b"]), step(15, ["c", "d"])], 0)).toEqual([
      { atMinutes: 0, contacts: ["a"], loop: 0 },
      { atMinutes: 15, contacts: ["b"], loop: 0 },
      { atMinutes: 30, contacts: ["c", "d"], loop: 0 },
    ]);
  });

  it("leaves out who was told before, and steps that would tell nobody", () => {
    expect(listPolicyTimes([step(0, ["a"]), step(5, ["a", "b"]), step(5, ["a"])], 0)).toEqual([
      { atMinutes: 0, contacts: ["a"], loop: 0 },
      { atMinutes: 5, contacts: ["b"], loop: 0 },
    ]);
  });

  it("goes through the steps again, for those that repeat", () => {
    expect(listPolicyTimes([step(5, ["a"], true), step(10, ["b"])], 2)).toEqual([
      { atMinutes: 5, contacts: ["a"], loop: 0 },
      { atMinutes: 15, contacts: ["b"], loop: 0 },
      { atMinutes: 20, contacts: ["a"], loop: 1 },
      { atMinutes: 35, contacts: ["a"], loop: 2 },
    ]);
  });
});
