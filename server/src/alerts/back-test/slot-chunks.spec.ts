import { TooManyFigures } from "../evaluate/figure-reader.service.js";
import { SlotChunks } from "./slot-chunks.js";
import type { SlotRange } from "./slot-source.js";

const RANGE: SlotRange = { fromMs: 0, toMs: 100, stepMs: 1 };
const NOTHING = { now: [], before: [], isHeard: () => true };

/** Reads with room for so many slots; returns the parts that were read and how often it was too much. */
async function readAll(room: number) {
  const parts: string[] = [];
  const shares: number[] = [];
  let refused = 0;
  const chunks = new SlotChunks(RANGE, ({ fromMs, toMs }, { from, to }) => {
    if (toMs - fromMs > room) {
      refused += 1;
      return Promise.reject(new TooManyFigures("too many"));
    }
    parts.push(`${fromMs}-${toMs}`);
    shares.push(from, to);
    return Promise.resolve((slotAt) => ({ ...NOTHING, isHeard: () => slotAt > fromMs && slotAt <= toMs }));
  });
  for (let slotAt = 1; slotAt <= 100; slotAt += 1) {
    const { isHeard } = await chunks.read(slotAt);
    if (!isHeard({})) throw new Error(`Slot ${slotAt} was answered by another part.`);
  }
  return { parts, refused, shares };
}

describe("SlotChunks", () => {
  it("reads everything at once where it fits", async () => {
    expect(await readAll(100)).toEqual({ parts: ["0-100"], refused: 0, shares: [0, 1] });
  });

  it("reads halves, and halves of those, one after the other", async () => {
    const { parts, refused, shares } = await readAll(30);
    expect([parts, refused]).toEqual([["0-25", "25-50", "50-75", "75-100"], 2]);
    expect(shares).toEqual([0, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 1]);
  });

  it("gives up where not even one slot has room", async () => {
    await expect(readAll(0)).rejects.toThrow(TooManyFigures);
  });
});
