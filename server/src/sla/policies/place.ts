/** PLACE_DIMENSIONS are what a policy or correction may be limited to, the most specific first. */
export const PLACE_DIMENSIONS = ["partner", "store", "channel", "workflow", "client"] as const;

/** PlaceDimension is one of `PLACE_DIMENSIONS`. */
export type PlaceDimension = (typeof PLACE_DIMENSIONS)[number];

/** Place is what something is for; '' = any. Stores are named together with their client. */
export type Place = Readonly<Record<PlaceDimension, string>>;

/** listDimensions returns the dimensions a place is limited to, the most specific first. */
export function listDimensions(place: Place): PlaceDimension[] {
  return PLACE_DIMENSIONS.filter((dimension) => place[dimension] !== "");
}

/** measureSpecificity ranks places: one that names a partner comes before all that do not, then store, channel, workflow, client. */
export function measureSpecificity(place: Place): number {
  return PLACE_DIMENSIONS.reduce((sum, dimension) => sum * 2 + (place[dimension] === "" ? 0 : 1), 0);
}

/** isWithin tells whether something that happens at `at` lies in `place`. */
export function isWithin(at: Place, place: Place): boolean {
  return PLACE_DIMENSIONS.every((dimension) => place[dimension] === "" || place[dimension] === at[dimension]);
}

/** isCompatible tells whether something can lie in both places. */
export function isCompatible(left: Place, right: Place): boolean {
  return PLACE_DIMENSIONS.every(
    (dimension) => left[dimension] === "" || right[dimension] === "" || left[dimension] === right[dimension],
  );
}

/** joinPlaces returns the part of two compatible places that lies in both. */
export function joinPlaces(left: Place, right: Place): Place {
  const entries = PLACE_DIMENSIONS.map((dimension) => [dimension, left[dimension] || right[dimension]]);
  return Object.fromEntries(entries) as Record<PlaceDimension, string>;
}

/** ANY_PLACE is a place that is limited to nothing. */
export const ANY_PLACE: Place = { partner: "", store: "", channel: "", workflow: "", client: "" };
