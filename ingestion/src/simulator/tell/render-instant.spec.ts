import fc from "fast-check";
import { renderInstant } from "./render-instant.js";

describe("renderInstant", () => {
  it("writes what toISOString writes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_102_444_800_000 }),
        (ms) => renderInstant(ms) === new Date(ms).toISOString(),
      ),
    );
  });
});
