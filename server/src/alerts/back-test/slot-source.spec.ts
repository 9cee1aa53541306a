import { TooManyFigures } from "../evaluate/figure-reader.service.js";
import type { GroupFigures } from "../evaluate/slot-figures.js";
import { buildScope, type Scope } from "../../scope/scope.js";
import type { Reading } from "./choose-grid.js";
import { openSlotSource } from "./slot-source.js";

const MINUTE = 60_000;
const RANGE = { fromMs: 0, toMs: 60 * MINUTE, stepMs: MINUTE };
const SCOPE = buildScope({ tenant: "t", role: "administrator", subjectId: "p" });

/** Answers as many windows as it has room for; the value of each is the minute at which it ends. */
class SmallReader {
  asked = 0;
  constructor(private readonly room: number) {}

  readSeries = (_scope: Scope, _wish: unknown, edges: readonly number[]): Promise<GroupFigures[]> => {
    this.asked += 1;
    if (edges.length - 1 > this.room) return Promise.reject(new TooManyFigures("too many"));
    const windows = edges
      .slice(1)
      .map((edge) => ({ value: edge / MINUTE, numerator: edge / MINUTE, denominator: null }));
    return Promise.resolve([{ labels: { client: "c" }, windows }]);
  };
}

async function read(room: number, reading: Exclude<Reading, "slots">) {
  const reader = new SmallReader(room);
  const shares: number[] = [];
  const metric = reading === "sums" ? "runs_started" : "ingest_lag_p95";
  const queries = { now: { metric, edges: [-2 * MINUTE, 0] } };
  const wish = { dimensions: ["CLIENT" as const], filter: {} };
  const given = { wish, queries, reading, tell: (share: number) => shares.push(share) };
  const source = await openSlotSource(reader, SCOPE, given, RANGE);
  const values = Array.from({ length: 60 }, (_, slot) => source((slot + 1) * MINUTE).now[0]?.windows[0]?.value);
  return { values, shares, asked: reader.asked };
}

describe("openSlotSource", () => {
  it.each(["sums", "ends", "phases"] as const)(
    "reads %s in smaller pieces where an answer has no room",
    async (reading) => {
      const [whole, pieces] = [await read(10_000, reading), await read(7, reading)];
      expect(pieces.values).toEqual(whole.values);
      expect(whole.values.every((value) => value !== undefined)).toBe(true);
      expect(pieces.asked).toBeGreaterThan(whole.asked);
      for (const { shares } of [whole, pieces]) {
        expect(shares.at(-1)).toBe(1);
        expect(shares).toEqual([...shares].sort((left, right) => left - right));
      }
    },
  );

  it("gives up where not even one window has room", async () => {
    await expect(read(0, "ends")).rejects.toThrow(TooManyFigures);
  });
});
