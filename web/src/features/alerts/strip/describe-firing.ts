import type { State } from "../../../ui/state-shape.js";
import type { FiringHere } from "./firing-query.js";

/** FiringWords is what fires, in a few words with the shape of the worst of it; null where nothing does. */
export interface FiringWords {
  readonly shape: State;
  readonly words: string;
}

/** describeFiring counts what fires in words: what nobody has taken first. */
export function describeFiring({ incidentStanding }: Pick<FiringHere, "incidentStanding">): FiringWords | null {
  const { critical, warning, info, acknowledged } = incidentStanding;
  const parts = [
    critical === 0 ? "" : `${critical} critical`,
    warning === 0 ? "" : warning === 1 ? "1 warning" : `${warning} warnings`,
    info === 0 ? "" : `${info} for information`,
    acknowledged === 0 ? "" : `${acknowledged} acknowledged`,
  ].filter((part) => part !== "");
  if (parts.length === 0) return null;
  const shape = critical > 0 ? "late" : warning > 0 || acknowledged > 0 ? "risk" : "ok";
  return { shape, words: parts.join(", ") };
}
