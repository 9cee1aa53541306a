import { loadIncidents, loadNetwork } from "@watchfloor/dashboards";
import { buildSimulation, type Simulation } from "./simulation.js";

/** loadSimulation prepares the demonstration network. The same seed always plays the same history. */
export async function loadSimulation(seed: number): Promise<Simulation> {
  const [network, incidents] = await Promise.all([loadNetwork(), loadIncidents()]);
  return buildSimulation({ network, incidents, seed });
}
