/** REPLAY_WHATS: what is replayed, refused events or stored ones of a range. */
export const REPLAY_WHATS = ["rejected", "range"] as const;

/** REPLAY_TIMES: which instant of an event must lie in the range. */
export const REPLAY_TIMES = ["event_time", "received_at"] as const;

/** REPLAY_STATES: how far a replay is; the last three are final. */
export const REPLAY_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
