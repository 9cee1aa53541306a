import { setImmediate as rest } from "node:timers/promises";
import { BackTestProgress, type BackTestWatch } from "./back-test-watch.js";
import { streamBackTest } from "./stream-back-test.js";

describe("streamBackTest", () => {
  it("tells of the progress and ends with the answer", async () => {
    const shares: number[] = [];
    const run = async (watch: BackTestWatch): Promise<string> => {
      const progress = new BackTestProgress(watch, false);
      for (const share of [0.25, 0.5]) {
        await rest();
        progress.tellStepped(share);
      }
      await rest();
      return "done";
    };
    let last: string | undefined;
    for await (const { share, answer } of streamBackTest(run)) {
      shares.push(share);
      last = answer;
    }
    expect([shares[0], shares.at(-1), last]).toEqual([0, 1, "done"]);
    expect(shares).toEqual([...shares].sort((left, right) => left - right));
  });

  it("ends the work when nobody listens any more", async () => {
    let steps = 0;
    const run = async (watch: BackTestWatch): Promise<string> => {
      const progress = new BackTestProgress(watch, false);
      for (;;) {
        await rest();
        progress.tellStepped((steps += 1) / 1_000);
      }
    };
    for await (const { share } of streamBackTest(run)) if (share > 0) break;
    const known = steps;
    for (let turn = 0; turn < 20; turn += 1) await rest();
    expect(steps - known).toBeLessThanOrEqual(1);
  });

  it("fails as the work fails", async () => {
    const read = async () => {
      for await (const _ of streamBackTest(() => Promise.reject(new Error("no engine"))));
    };
    await expect(read()).rejects.toThrow("no engine");
  });
});
