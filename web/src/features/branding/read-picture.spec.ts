import { readPicture } from "./read-picture.js";

describe("readPicture", () => {
  it("writes a picture as a data URL", async () => {
    const file = new File([new Uint8Array([0, 255, 1])], "a.png", { type: "image/png" });
    expect(await readPicture(file)).toEqual({ url: "data:image/png;base64,AP8B" });
  });

  it.each([
    ["another kind", "image/jpeg", 10, "Choose an SVG or a PNG."],
    ["a large one", "image/png", 49 * 1024, "It has 49 KiB; at most 48 are taken."],
  ])("refuses %s", async (_, type, size, fault) => {
    expect(await readPicture(new File([new Uint8Array(size)], "a", { type }))).toEqual({ fault });
  });
});
