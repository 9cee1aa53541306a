import type { replay } from "../postgres/schema/replays.js";

/** Replay is one request to put events through the pipeline again, and how far it is. */
export type Replay = typeof replay.$inferSelect;

/** ReplayWish is what an administrator asks for; null lists = all. `from` and `to` null = without that bound. */
export type ReplayWish = Pick<
  Replay,
  "tenant" | "what" | "by" | "from" | "to" | "clients" | "sources" | "reasons" | "isBackfill" | "requestedBy"
>;
