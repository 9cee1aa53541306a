import { coversPlace, type RegionOf } from "../audience/alert-place.js";
import { buildMatchLabels } from "../audience/choose-audience.js";
import { matchesAll, type LabelMatcher } from "../mute/label-matcher.js";
import type { ScopeLimits } from "../../scope/scope.js";
import type { ActiveInstance } from "./list-active-instances.js";

/** MuteQuestion is what a silence says: its matchers, and how far whoever made it sees. */
export interface MuteQuestion {
  readonly matchers: readonly LabelMatcher[];
  readonly limits: ScopeLimits;
  readonly regionOf: RegionOf;
}

/** listMuted returns the instances that a silence is about, as the decision to tell sees them. */
export function listMuted(
  instances: readonly ActiveInstance[],
  { matchers, limits, regionOf }: MuteQuestion,
): ActiveInstance[] {
  return instances.filter(
    ({ subject }) => coversPlace(limits, subject.place, regionOf) && matchesAll(matchers, buildMatchLabels(subject)),
  );
}
