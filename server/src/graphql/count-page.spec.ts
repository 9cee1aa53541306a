import { countPage } from "./count-page.js";

describe("countPage", () => {
  const count = () => Promise.resolve(9);

  it("takes a first page that holds everything as it is", async () => {
    expect(await countPage({ isFirst: true, hasNextPage: false, shown: [] }, count)).toBe(0);
    expect(await countPage({ isFirst: true, hasNextPage: false, shown: [1, 2] }, count)).toBe(2);
  });

  it("asks where there is more", async () => {
    expect(await countPage({ isFirst: true, hasNextPage: true, shown: [1, 2] }, count)).toBe(9);
    expect(await countPage({ isFirst: false, hasNextPage: false, shown: [1, 2] }, count)).toBe(9);
  });
});
