import { BriefCache } from "./brief-cache.js";

describe("BriefCache", () => {
  let nowMs = 0;
  let loads = 0;
  const load = () => Promise.resolve((loads += 1));
  const build = (maxEntries = 10) => new BriefCache<number>({ forMs: 5_000, maxEntries, now: () => new Date(nowMs) });

  beforeEach(() => {
    nowMs = 1_000;
    loads = 0;
  });

  it.each([
    [0, 1],
    [4_999, 1],
    [5_000, 2],
  ])("after %i ms has loaded %i times", async (passedMs, expected) => {
    const cache = build();
    await cache.get("a", load);
    nowMs += passedMs;
    expect(await cache.get("a", load)).toBe(expected);
  });

  it("loads once for all who ask at the same time", async () => {
    const cache = build();
    expect(await Promise.all([cache.get("a", load), cache.get("a", load), cache.get("b", load)])).toEqual([1, 1, 2]);
  });

  it("never answers after a forget with what was asked before it", async () => {
    const cache = build();
    let finish: (value: number) => void = () => undefined;
    const before = cache.get("a", () => new Promise<number>((resolve) => (finish = resolve)));
    cache.forget("a");
    finish(42);
    expect(await before).toBe(42);
    expect(await cache.get("a", load)).toBe(1);
    cache.forget();
    expect(await cache.get("a", load)).toBe(2);
  });

  it("asks again after a failure", async () => {
    const cache = build();
    await expect(cache.get("a", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
    expect(await cache.get("a", load)).toBe(1);
  });

  it("gives what it has while it loads anew, once, and what was loaded afterwards", async () => {
    const cache = new BriefCache<number>({
      forMs: 5_000,
      refreshForMs: 5_000,
      maxEntries: 9,
      now: () => new Date(nowMs),
    });
    expect(await cache.get("a", load)).toBe(1);
    nowMs += 6_000;
    expect(await Promise.all([cache.get("a", load), cache.get("a", load)])).toEqual([1, 1]);
    expect(await cache.get("a", load)).toBe(2);
    nowMs += 6_000;
    expect(await cache.get("a", () => Promise.reject(new Error("down")))).toBe(2);
    await Promise.resolve();
    expect(await cache.get("a", load)).toBe(2);
    expect(await cache.get("a", load)).toBe(3);
    nowMs += 11_000;
    expect(await cache.get("a", load)).toBe(4);
  });

  it("does not put back by a refresh what was forgotten meanwhile", async () => {
    const cache = new BriefCache<number>({
      forMs: 5_000,
      refreshForMs: 5_000,
      maxEntries: 9,
      now: () => new Date(nowMs),
    });
    let finish: (value: number) => void = () => undefined;
    await cache.get("a", load);
    nowMs += 6_000;
    void cache.get("a", () => new Promise<number>((resolve) => (finish = resolve)));
    cache.forget("a");
    expect(await cache.get("a", load)).toBe(2);
    finish(42);
    expect(await cache.get("a", load)).toBe(2);
  });

  it("holds no more than it was told", async () => {
    const cache = build(2);
    for (const key of ["a", "b", "c"]) await cache.get(key, load);
    expect(await cache.get("c", load)).toBe(3);
    expect(await cache.get("b", load)).toBe(2);
    expect(await cache.get("a", load)).toBe(4);
  });
});
