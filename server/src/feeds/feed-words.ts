/** FEED_STATES: OK up to one cadence of silence, LATE up to two, STALE above; NEVER_SEEN is declared and was never heard. */
export const FEED_STATES = ["OK", "LATE", "STALE", "NEVER_SEEN"] as const;
/** FeedState is one of `FEED_STATES`. */
export type FeedState = (typeof FEED_STATES)[number];
/** CADENCE_ORIGINS: where the expected cadence of a feed comes from, strongest first. */
export const CADENCE_ORIGINS = ["DECLARED", "HEARTBEAT", "LEARNED", "DEFAULT"] as const;
/** CadenceOrigin is one of `CADENCE_ORIGINS`. */
export type CadenceOrigin = (typeof CADENCE_ORIGINS)[number];
