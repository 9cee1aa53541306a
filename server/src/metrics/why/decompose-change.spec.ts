import fc from "fast-check";
import { decomposeChange, type Parts } from "./decompose-change.js";

const sum = (parts: readonly (Parts | undefined)[], isRatio: boolean): Parts => ({
  numerator: parts.reduce((total, part) => total + (part?.numerator ?? 0), 0),
  denominator: isRatio ? parts.reduce((total, part) => total + (part?.denominator ?? 0), 0) : null,
});

describe("decomposeChange", () => {
  it("gives a count to the groups it came from", () => {
    const one = (numerator: number) => ({ numerator, denominator: null });
    const groups = [
      { key: "a", current: one(9), previous: one(2) },
      { key: "b", current: undefined, previous: one(3) },
      { key: "c", current: one(5), previous: one(5) },
    ];
    const total = { current: one(14), previous: one(10) };
    expect(decomposeChange(total, groups)?.map(({ key, contribution }) => [key, contribution])).toEqual([
      ["a", 7],
      ["b", -3],
    ]);
  });

  it("tells a group that became worse from groups that did not change", () => {
    const parts = (numerator: number, denominator: number) => ({ numerator, denominator });
    const groups = [
      { key: "steady", current: parts(90, 100), previous: parts(90, 100) },
      { key: "worse", current: parts(50, 100), previous: parts(90, 100) },
    ];
    const [first, ...rest] = decomposeChange({ current: parts(140, 200), previous: parts(180, 200) }, groups) ?? [];
    expect([first?.key, first?.contribution]).toEqual(["worse", expect.closeTo(-0.2, 9)]);
    expect(rest).toEqual([]);
  });

  it("sees a bad group that only became larger", () => {
    const parts = (numerator: number, denominator: number) => ({ numerator, denominator });
    const groups = [
      { key: "good", current: parts(100, 100), previous: parts(100, 100) },
      { key: "bad", current: parts(50, 100), previous: parts(5, 10) },
    ];
    expect(decomposeChange({ current: parts(150, 200), previous: parts(105, 110) }, groups)?.[0]?.key).toBe("bad");
  });

  it("explains nothing where a range has no denominator", () => {
    const nothing = { numerator: 0, denominator: 0 };
    expect(decomposeChange({ current: nothing, previous: { numerator: 1, denominator: 2 } }, [])).toBeUndefined();
    expect(decomposeChange({ current: { numerator: 1, denominator: 2 }, previous: nothing }, [])).toBeUndefined();
  });

  const part = fc.option(fc.record({ numerator: fc.nat(500), denominator: fc.integer({ min: 1, max: 500 }) }), {
    nil: undefined,
  });

  it("sums to the change, whatever the groups", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(part, part), { minLength: 1 }), fc.boolean(), (pairs, isRatio) => {
        const groups = pairs.map(([current, previous], key) => ({ key, current, previous }));
        const current = sum(
          groups.map((group) => group.current),
          isRatio,
        );
        const previous = sum(
          groups.map((group) => group.previous),
          isRatio,
        );
        const explained = decomposeChange({ current, previous }, groups);
        if (explained === undefined) return current.denominator === 0 || previous.denominator === 0;
        const value = ({ numerator, denominator }: Parts) => numerator / (denominator ?? 1);
        const total = explained.reduce((all, { contribution }) => all + contribution, 0);
        return Math.abs(total - (value(current) - value(previous))) < 1e-9 * (1 + Math.abs(total)) + 1e-9;
      }),
    );
  });
});
