import fc from "fast-check";
import { TokenBucket } from "./token-bucket.js";

const rate = { eventsPerSecond: 100, burst: 500 };

/** send lets a request pass if it may, and returns how long it would have to wait otherwise. */
function send(bucket: TokenBucket, count: number, nowMs: number): number {
  const waitMs = bucket.wait(count, nowMs);
  if (waitMs === 0) bucket.take(count, nowMs);
  return Math.round(waitMs);
}

describe("TokenBucket", () => {
  it("passes a burst at once, then the rate", () => {
    const bucket = new TokenBucket(rate, 0);
    expect([send(bucket, 500, 0), send(bucket, 1, 0), send(bucket, 100, 0)]).toEqual([0, 10, 1_000]);
    expect([send(bucket, 1, 9), send(bucket, 1, 10), send(bucket, 100, 1_009), send(bucket, 100, 1_010)]).toEqual([
      1, 0, 1, 0,
    ]);
  });

  it("never holds more than a burst", () => {
    const bucket = new TokenBucket(rate, 0);
    expect([send(bucket, 500, 3_600_000), send(bucket, 1, 3_600_000)]).toEqual([0, 10]);
  });

  it("passes a batch larger than the burst when it is full, and the debt is paid before the next", () => {
    const bucket = new TokenBucket(rate, 0);
    expect([send(bucket, 2_000, 0), send(bucket, 1, 0), send(bucket, 1, 15_010)]).toEqual([0, 15_010, 0]);
    expect(send(bucket, 2_000, 15_010)).toBe(5_000);
  });

  it("takes nothing when a clock is set back, and gives back what was not stored", () => {
    const bucket = new TokenBucket(rate, 10_000);
    expect([send(bucket, 500, 10_000), send(bucket, 1, 0)]).toEqual([0, 10]);
    bucket.giveBack(500);
    bucket.giveBack(500);
    expect([send(bucket, 500, 0), send(bucket, 1, 0)]).toEqual([0, 10]);
  });

  it("lets no more pass than burst and rate allow, whatever is sent when", () => {
    const steps = fc.array(fc.record({ afterMs: fc.nat(5_000), count: fc.integer({ min: 1, max: 500 }) }));
    fc.assert(
      fc.property(steps, (requests) => {
        const bucket = new TokenBucket(rate, 0);
        let nowMs = 0;
        let passed = 0;
        for (const { afterMs, count } of requests) {
          nowMs += afterMs;
          const waitMs = send(bucket, count, nowMs);
          if (waitMs === 0) passed += count;
          else expect(bucket.wait(count, nowMs + waitMs + 1)).toBe(0);
          expect(passed).toBeLessThanOrEqual(rate.burst + (nowMs * rate.eventsPerSecond) / 1_000 + 1e-6);
        }
      }),
      { seed: 20261121 },
    );
  });
});
