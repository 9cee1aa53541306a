import { cacheKeys, type FoundKey } from "./cache-keys.js";

const key = { id: "k", tenant: "t", clients: null, kinds: null, isBackfill: false, isImport: false };

describe("cacheKeys", () => {
  let asked: string[];
  let failures: number;
  let nowMs: number;
  let answer: (secret: string) => Promise<FoundKey | undefined>;
  const open = () =>
    cacheKeys({
      find: (secret) => {
        asked.push(secret);
        return answer(secret);
      },
      now: () => new Date(nowMs),
      onFailure: () => (failures += 1),
    });

  beforeEach(() => {
    [asked, failures, nowMs] = [[], 0, 1];
    answer = (secret) => Promise.resolve(secret === "good" ? { key, validUntil: undefined } : undefined);
  });

  it("asks once for requests that come together and for those of the next five seconds, unknown keys included", async () => {
    const find = open();
    expect(await Promise.all([find("good"), find("good"), find("bad")])).toEqual([key, key, undefined]);
    expect([await find("good"), await find("bad")]).toEqual([key, undefined]);
    expect(asked).toEqual(["good", "bad"]);
    nowMs += 5_001;
    answer = () => Promise.resolve(undefined);
    expect(await find("good")).toBeUndefined();
  });

  it("ends a key at its instant, not when the cache forgets it", async () => {
    answer = () => Promise.resolve({ key, validUntil: new Date(1_000) });
    const find = open();
    expect(await find("good")).toBe(key);
    nowMs = 999;
    expect(await find("good")).toBe(key);
    nowMs = 1_000;
    expect(await find("good")).toBeUndefined();
  });

  it("goes on with known keys while they cannot be looked up, and refuses others for the time being", async () => {
    const find = open();
    expect([await find("good"), await find("bad")]).toEqual([key, undefined]);
    answer = () => Promise.reject(new Error("away"));
    nowMs += 5_001;
    expect(await find("good")).toBe(key);
    await expect(find("bad")).rejects.toMatchObject({ status: 503, code: "keys_unavailable", retryAfterSeconds: 5 });
    await expect(find("new")).rejects.toMatchObject({ status: 503 });
    expect(failures).toBe(3);
    answer = () => Promise.resolve({ key, validUntil: undefined });
    expect(await find("new")).toBe(key);
  });

  it("keeps good keys while thousands are guessed", async () => {
    const find = open();
    await find("good");
    for (let guess = 0; guess < 11_000; guess += 1) await find(`guess-${guess}`);
    asked = [];
    expect([await find("good"), await find("guess-10999"), await find("guess-0")]).toEqual([key, undefined, undefined]);
    expect(asked).toEqual(["guess-0"]);
  });

  it("does not let requests with known keys wait for a look-up that hangs", async () => {
    const find = open();
    expect(await find("good")).toBe(key);
    let end: (found: undefined) => void = () => undefined;
    answer = () => new Promise((resolve) => (end = resolve));
    nowMs += 5_001;
    expect(await Promise.all([find("good"), find("good")])).toEqual([key, key]);
    expect(asked).toEqual(["good", "good"]);
    end(undefined);
    await new Promise((resolve) => setImmediate(resolve));
    expect(await find("good")).toBeUndefined();
  });
});
