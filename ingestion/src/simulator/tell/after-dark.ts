import type { Simulation } from "../simulation.js";

/** LONGEST_DARK_MS bounds how long a store is dark, and then until it has told what it kept (dashboards/packs/demo/incidents.yaml). */
export const LONGEST_DARK_MS = 45 * 3_600_000;

/** afterDark gives the instant itself, or the first moment the store is back when it is dark by then. */
export function afterDark(simulation: Simulation, store: string, atMs: number): number {
  const backMs = simulation.incidents.darkUntil(store, atMs);
  return backMs === 0 ? atMs : backMs + 60_000 + (atMs % 240_000);
}
