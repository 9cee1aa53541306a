import { BoundedLabels } from "./bounded-labels.js";

describe("BoundedLabels", () => {
  it("names the first ones that were accepted and puts the rest together", () => {
    const labels = new BoundedLabels(2);
    expect(labels.choose("k", "refused", false)).toBe("other");
    expect([labels.choose("k", "a", true), labels.choose("l", "a", true)]).toEqual(["a", "a"]);
    expect([labels.choose("k", "b", true), labels.choose("m", "a", true)]).toEqual(["other", "other"]);
    expect(labels.choose("k", "a", false)).toBe("a");
  });
});
