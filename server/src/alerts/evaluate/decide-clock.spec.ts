import { decideClock, type KnownClock } from "./decide-clock.js";

const MINUTE = 60_000;
/** What is said of each reading: minutes of this machine, of the clock that counts on, of the database. */
function tell(readings: readonly [wall: number, monotonic: number, store: number][]): string[] {
  let known: KnownClock | undefined;
  return readings.map(([wall, monotonic, store]) => {
    const reading = { wallMs: wall * MINUTE, monotonicMs: monotonic * MINUTE, storeMs: store * MINUTE };
    const decided = decideClock(known, reading);
    known = decided.known;
    return decided.refusal === undefined ? "ok" : "refused";
  });
}

it.each([
  [
    "goes on as ever",
    [
      [0, 0, 0],
      [1, 1, 1],
      [2, 2, 2],
    ],
    ["ok", "ok", "ok"],
  ],
  [
    "goes back an hour, and on",
    [
      [60, 0, 60],
      [0, 1, 0],
      [1, 2, 1],
    ],
    ["ok", "ok", "ok"],
  ],
  [
    "goes forward an hour",
    [
      [0, 0, 0],
      [61, 1, 61],
    ],
    ["ok", "ok"],
  ],
  [
    "goes forward two hours",
    [
      [0, 0, 0],
      [121, 1, 121],
    ],
    ["ok", "ok"],
  ],
  [
    "goes forward three hours, and is set right",
    [
      [0, 0, 0],
      [181, 1, 181],
      [2, 2, 2],
    ],
    ["ok", "refused", "ok"],
  ],
  [
    "goes forward three hours, and stays",
    [
      [0, 0, 0],
      [181, 1, 181],
      [195, 15, 195],
      [196, 16, 196],
    ],
    ["ok", "refused", "refused", "ok"],
  ],
  [
    "is three hours ahead of the database",
    [
      [180, 0, -1],
      [181, 1, 0],
    ],
    ["refused", "refused"],
  ],
  ["is behind the database", [[0, 0, 600]], ["ok"]],
] as [string, [number, number, number][], string[]][])("a clock that %s", (_, readings, expected) => {
  expect(tell(readings)).toEqual(expected);
});
