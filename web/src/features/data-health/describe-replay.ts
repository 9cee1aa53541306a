import { renderRange } from "../../time-range/render-range.js";
import { rejectionWords } from "./rejection-words.js";
import type { ReplayItem } from "./replays-query.js";

/** Replayed is what of a replay says which events it takes. */
export type Replayed = Pick<ReplayItem, "what" | "reasons" | "sources" | "clients" | "from" | "to">;

/** describeReplay says in words which events a replay takes: of which reasons, sources and clients, and of which time. */
export function describeReplay(replay: Replayed, timeZone: string): string {
  const { what, reasons, sources, clients, from, to } = replay;
  const of = [...(reasons ?? []).map((reason) => rejectionWords[reason]), ...(sources ?? []), ...(clients ?? [])];
  const events = what === "REJECTED" ? "refused events" : "stored events";
  const words = of.length === 0 ? `all ${events}` : `${events}: ${of.join(", ")}`;
  return from === null || to === null ? words : `${words}, ${renderRange({ kind: "fixed", from, to }, timeZone)}`;
}
