import { SLOT_MS } from "./local-slot.js";
import type { SlotFinding } from "./slot-finding.js";

const QUIET_MS = 3_600_000;
/** What is not above everything of the last six hours is part of something that was told already. */
const ONSET_MS = 6 * 3_600_000;

/** Incident is an anomaly of a series from its first slot above the threshold on. */
export interface Incident {
  readonly startedAtMs: number;
  /** End of its last slot above the threshold. */
  readonly lastToMs: number;
  readonly peak: SlotFinding;
  readonly isEnded: boolean;
}

/** IncidentTrack is what must be remembered between slots. Plain data. */
export interface IncidentTrack {
  open: Incident | undefined;
  recent: { readonly atMs: number; readonly score: number }[];
}

/** buildIncidentTrack returns the track of a series without incidents. */
export function buildIncidentTrack(): IncidentTrack {
  return { open: undefined, recent: [] };
}

/**
 * trackFinding tells what a slot changes: an incident opens with a score that reaches the threshold and is above everything of the six hours
 * before, absorbs what reaches it afterwards, and ends after an hour without. Findings come in order; those far below may be left out.
 */
export function trackFinding(track: IncidentTrack, finding: SlotFinding, threshold: number): Incident[] {
  const { atMs, score = 0 } = finding;
  const changes = endQuiet(track, atMs);
  if (score >= threshold) {
    const opened = track.open ?? openIncident(track, finding, score);
    if (opened !== undefined) {
      track.open = { ...opened, lastToMs: atMs + SLOT_MS, peak: choosePeak(opened.peak, finding) };
      changes.push(track.open);
    }
  }
  track.recent = track.recent.filter((earlier) => atMs - earlier.atMs < ONSET_MS && earlier.score > score);
  if (score > 0) track.recent.push({ atMs, score });
  return changes;
}

/** What was sudden does not become a lasting level by lasting: it stays what it began as, and is told by its strangest sudden slot. */
function choosePeak(peak: SlotFinding, finding: SlotFinding): SlotFinding {
  const isLasting = (each: SlotFinding) => each.kind === "sustained";
  if (isLasting(peak) !== isLasting(finding)) return isLasting(peak) ? finding : peak;
  return (finding.score ?? 0) > (peak.score ?? 0) ? finding : peak;
}

/** endQuiet ends the open incident when an hour has passed since its last slot. */
export function endQuiet(track: IncidentTrack, nowMs: number): Incident[] {
  const { open } = track;
  if (open === undefined || nowMs - open.lastToMs < QUIET_MS) return [];
  track.open = undefined;
  return [{ ...open, isEnded: true }];
}

function openIncident(track: IncidentTrack, finding: SlotFinding, score: number): Incident | undefined {
  const isOnset = track.recent.every((earlier) => finding.atMs - earlier.atMs >= ONSET_MS || earlier.score < score);
  if (!isOnset) return undefined;
  return { startedAtMs: finding.atMs, lastToMs: finding.atMs, peak: finding, isEnded: false };
}
