import { placePopup } from "./place-popup.js";

describe("where a box that opens from a button stands", () => {
  const view = { width: 360, height: 780 };
  const at = (left: number, top: number) => ({ left, top, right: left + 80, bottom: top + 28 });

  it.each([
    ["below its button, from its left edge", at(20, 50), { width: 200, height: 300 }, "start", { x: 20, y: 84 }],
    ["below its button, to its right edge", at(250, 50), { width: 200, height: 300 }, "end", { x: 130, y: 84 }],
    ["moved left, inside the window", at(250, 50), { width: 280, height: 300 }, "start", { x: 72, y: 84 }],
    ["moved right, inside the window", at(10, 50), { width: 240, height: 300 }, "end", { x: 8, y: 84 }],
    ["above, where below is too little room", at(20, 700), { width: 200, height: 300 }, "start", { x: 20, y: 394 }],
    [
      "below, where it fits nowhere and more room is below",
      at(20, 90),
      { width: 200, height: 900 },
      "start",
      { x: 20, y: 124 },
    ],
    [
      "above to the edge, where it fits nowhere and more room is above",
      at(20, 600),
      { width: 200, height: 900 },
      "start",
      { x: 20, y: 8 },
    ],
  ] as const)("%s", (_, button, box, align, place) => {
    expect(placePopup(button, box, { view, align })).toMatchObject(place);
  });

  it("is never higher than the room there is", () => {
    expect(placePopup(at(20, 90), { width: 200, height: 900 }, { view, align: "start" }).maxHeight).toBe(648);
    expect(placePopup(at(20, 600), { width: 200, height: 900 }, { view, align: "start" }).maxHeight).toBe(586);
  });
});
