/** SLOT_MS: stories are numbered within slots of five minutes of UTC. */
export const SLOT_MS = 300_000;

/** SLOTS_PER_HOUR and SLOTS_PER_DAY count slots. */
export const SLOTS_PER_HOUR = 12;
export const SLOTS_PER_DAY = 288;
