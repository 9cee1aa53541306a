import type { RunPathInput } from "../graphql/operations.js";
import { describeRunPath, readRunPath, writeRunPath } from "./run-path.js";

describe("a way in the address", () => {
  it.each<[RunPathInput, string]>([
    [{ workflow: "w", edge: { from: "pick", to: "pack" } }, "pick directly followed by pack"],
    [{ workflow: "w", steps: ["a~b", "c,d:e", "100 %"], mergeRepeats: true }, "a~b → c,d:e → 100 %"],
    [{ workflow: "w", steps: [] }, "without any step"],
    [{ workflow: "a/b", has: "x", lacks: "y", repeats: "z" }, "with x, without y, z more than once"],
  ])("is read as it was written: %j", (path, words) => {
    expect(readRunPath(writeRunPath(path))).toEqual(path);
    expect(describeRunPath(path)).toBe(words);
  });

  it.each([undefined, "", "w", "w~merged", "w~edge:a", "~has:x", "w~nonsense:a"])("names none: %s", (text) => {
    expect(readRunPath(text)).toBeNull();
  });

  it("takes a text that cannot be decoded as it stands", () => {
    expect(readRunPath("w~has:%E0%A4%A")).toEqual({ workflow: "w", has: "%E0%A4%A" });
  });
});
