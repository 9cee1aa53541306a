import fc from "fast-check";
import { chooseDarkColour, contrast, DARK_GROUND, isColour, READABLE } from "./contrast.js";

describe("contrast", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#767676", "#ffffff", 4.54],
    ["#ffffff", "#ffffff", 1],
  ])("of %s and %s", (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 2);
    expect(contrast(other, one)).toBeCloseTo(expected, 2);
  });

  it("of any colour chosen for the dark theme is readable there", () => {
    const channel = fc.integer({ min: 0, max: 255 });
    const colour = fc.tuple(channel, channel, channel);
    const write = (parts: number[]) => `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
    fc.assert(
      fc.property(colour, (parts) => {
        const chosen = chooseDarkColour(write(parts));
        expect(isColour(chosen) && contrast(chosen, DARK_GROUND) >= READABLE).toBe(true);
      }),
    );
  });
});
