import { placeTip } from "./place-tip.js";

const view = { width: 360, height: 640 };

describe("placeTip", () => {
  it.each([
    ["above in the middle", { left: 100, top: 100, width: 20, height: 20 }, { x: 60, y: 54 }],
    ["below when there is no room above", { left: 100, top: 10, width: 20, height: 20 }, { x: 60, y: 36 }],
    ["inside the right edge", { left: 350, top: 100, width: 10, height: 10 }, { x: 254, y: 54 }],
    ["inside the left edge", { left: 0, top: 100, width: 10, height: 10 }, { x: 6, y: 54 }],
  ])("%s", (_, anchor, place) => {
    expect(placeTip(anchor, { width: 100, height: 40 }, view)).toEqual(place);
  });
});
