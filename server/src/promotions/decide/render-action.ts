import { renderCount } from "../../live/render-count.js";
import { renderDuration } from "../../live/render-duration.js";
import type { GateState } from "./decide-gate.js";
import type { PromotionState } from "./decide-promotion.js";

/** ActionFacts is what the next step is chosen by. */
export interface ActionFacts {
  readonly state: PromotionState;
  readonly startsInSeconds: number | null;
  readonly planned: number;
  readonly live: number;
  readonly gates: readonly { readonly title: string; readonly state: GateState }[];
  /** Names of places that miss it, the first few. */
  readonly missing: readonly string[];
}

/** renderAction says what to do about a promotion, the most urgent thing first. */
export function renderAction(facts: ActionFacts): string {
  const { state, planned, live, gates, missing } = facts;
  if (state === "LIVE") return "Nothing to do: it is live everywhere.";
  const declined = gates.find((gate) => gate.state === "RED");
  const late = gates.find((gate) => gate.state === "LATE");
  if (state === "LATE" && planned > 0)
    return `Reach ${renderCount(planned - live, "target")} that ${planned - live === 1 ? "misses" : "miss"} it: ${listNames(missing, planned - live)}.`;
  if (declined !== undefined) return `Have “${declined.title}” decided again: it was not given.`;
  if (late !== undefined) return `Chase “${late.title}”: it is past its deadline.`;
  if (state === "LATE") return "Publish it: its start has passed and no target has it.";
  const waiting = gates.find((gate) => gate.state === "WAITING");
  if (waiting !== undefined) return `Wait for “${waiting.title}”.`;
  if (planned === 0)
    return facts.startsInSeconds === null
      ? "Publish it."
      : `Publish it: it starts in ${renderDuration(facts.startsInSeconds)}.`;
  return `Watch it arrive: ${live.toLocaleString("en")} of ${renderCount(planned, "target")} live.`;
}

function listNames(names: readonly string[], count: number): string {
  const more = count - names.length;
  return more > 0 ? `${names.join(", ")} and ${more} more` : names.join(", ");
}
