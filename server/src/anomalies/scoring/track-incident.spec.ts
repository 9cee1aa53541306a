import type { SlotFinding } from "./slot-finding.js";
import { buildIncidentTrack, endQuiet, trackFinding, type Incident } from "./track-incident.js";

const SLOT = 300_000;
const finding = (slot: number, score: number): SlotFinding => ({
  ...{ atMs: slot * SLOT, score, kind: "sudden", value: score, numerator: null, denominator: null },
  ...{ expected: undefined, band: undefined },
});

/** Plays scores by slot with threshold 10 and writes what changes as text: slot: start..end, peak, open or ended. */
function play(scores: Readonly<Record<number, number>>, until: number): string[] {
  const track = buildIncidentTrack();
  const told: string[] = [];
  const tell = (slot: number, changes: Incident[]) => {
    for (const { startedAtMs, lastToMs, peak, isEnded } of changes)
      told.push(`${slot}: ${startedAtMs / SLOT}..${lastToMs / SLOT} ${peak.score} ${isEnded ? "ended" : "open"}`);
  };
  for (let slot = 0; slot <= until; slot += 1) {
    tell(slot, endQuiet(track, slot * SLOT));
    const score = scores[slot];
    if (score !== undefined) tell(slot, trackFinding(track, finding(slot, score), 10));
  }
  return told;
}

describe("trackFinding", () => {
  it("opens at the threshold, absorbs what follows within an hour, keeps the peak, and ends after an hour without", () => {
    expect(play({ 5: 10, 6: 14, 9: 12 }, 30)).toEqual([
      "5: 5..6 10 open",
      "6: 5..7 14 open",
      "9: 5..10 14 open",
      "22: 5..10 14 ended",
    ]);
  });

  it("does not open below the threshold", () => {
    expect(play({ 5: 9.99 }, 30)).toEqual([]);
  });

  it("takes what is not above everything of six hours for the echo of what was told", () => {
    expect(play({ 5: 20, 40: 15 }, 100)).toHaveLength(2);
    expect(play({ 5: 20, 40: 21 }, 100)).toHaveLength(4);
    expect(play({ 5: 20, 76: 15 }, 100)).toHaveLength(2);
    expect(play({ 5: 20, 77: 15 }, 100)).toHaveLength(4);
  });

  it("counts what was below the threshold among what was before", () => {
    const track = buildIncidentTrack();
    expect(trackFinding(track, finding(1, 9), 10)).toEqual([]);
    expect(trackFinding(track, finding(2, 10), 10)).toHaveLength(1);
  });

  it("tells what began suddenly by its strangest sudden slot, however much its lasting is stranger", () => {
    const track = buildIncidentTrack();
    const play = (slot: number, score: number, kind: SlotFinding["kind"]) =>
      trackFinding(track, { ...finding(slot, score), kind }, 10).map(({ peak }) => `${peak.kind} ${peak.score}`);
    expect(play(1, 12, "sustained")).toEqual(["sustained 12"]);
    expect(play(2, 11, "sudden")).toEqual(["sudden 11"]);
    expect(play(3, 30, "sustained")).toEqual(["sudden 11"]);
    expect(play(4, 13, "sudden")).toEqual(["sudden 13"]);
    expect(play(5, 12, "sudden")).toEqual(["sudden 13"]);
  });
});
