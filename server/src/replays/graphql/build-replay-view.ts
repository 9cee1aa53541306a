import type { Replay as StoredReplay } from "@watchfloor/sql";
import type { ReplayAnswer } from "../replays.service.js";
import type { ReplayRefused } from "./replay-result.type.js";
import type { Replay } from "./replay.type.js";

/** buildReplayView shows a replay; whose hands it is in and where it stands is nobody's business. */
export function buildReplayView(replay: StoredReplay): Replay {
  const { id, from, to, clients, sources, isBackfill, requestedBy, requestedAt, startedAt, endedAt } = replay;
  const { read, accepted, duplicates, rejected, error } = replay;
  return {
    ...{ id, from, to, clients, sources, isBackfill, requestedBy, requestedAt, startedAt, endedAt },
    ...{ read, accepted, duplicates, rejected, error },
    what: replay.what.toUpperCase(),
    by: replay.by.toUpperCase(),
    state: replay.state.toUpperCase(),
    reasons: replay.reasons?.map((reason) => reason.toUpperCase()) ?? null,
  };
}

/** buildReplayAnswer shows what became of a request. */
export function buildReplayAnswer(answer: ReplayAnswer): { replay: Replay } | ReplayRefused {
  if ("refusal" in answer) return { ...answer.refusal, field: answer.refusal.field ?? null };
  return { replay: buildReplayView(answer.replay) };
}
