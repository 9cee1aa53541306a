import type { Incident } from "./incidents/incident.js";
import type { Simulation } from "./simulation.js";

const KINDS = [
  "region-without-price",
  "store-dark",
  "erp-outage",
  "partner-price-conflict",
  "posting-backlog",
] as const;

/** listIncidents documents the named incidents that overlap [from, to), oldest first. */
export function listIncidents(simulation: Simulation, window: { from: Date; to: Date }): readonly Incident[] {
  return KINDS.flatMap((kind) => simulation.incidents.between(kind, window.from.getTime(), window.to.getTime())).sort(
    (left, right) => left.fromMs - right.fromMs,
  );
}
