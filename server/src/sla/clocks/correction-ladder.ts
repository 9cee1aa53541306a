import { createHash } from "node:crypto";
import {
  ANY_PLACE,
  isCompatible,
  isWithin,
  joinPlaces,
  listDimensions,
  type Place,
  type PlaceDimension,
} from "../policies/place.js";

/** CorrectionRung is the places of corrections of one kind, such as "a store of a client". */
export interface CorrectionRung {
  readonly dimensions: readonly PlaceDimension[];
  readonly places: readonly Place[];
}

/** PlaceClass is the runs that lie in exactly these places of corrections: one number for each rung, 0 = in none of it. */
export interface PlaceClass {
  readonly numbers: readonly number[];
  readonly places: readonly Place[];
  /** The part of the network in which they lie, as far as it is known. */
  readonly within: Place;
}

/** buildCorrectionRungs sorts the places of corrections by kind; those that are for everything come along with all others. */
export function buildCorrectionRungs(places: readonly Place[]): CorrectionRung[] {
  const rungs = new Map<string, CorrectionRung & { places: Place[] }>();
  const known = new Set<string>();
  for (const place of places) {
    const dimensions = listDimensions(place);
    const key = JSON.stringify(dimensions.map((dimension) => [dimension, place[dimension]]));
    if (dimensions.length === 0 || known.has(key)) continue;
    known.add(key);
    const rung = rungs.get(dimensions.join()) ?? { dimensions, places: [] };
    rungs.set(dimensions.join(), rung);
    rung.places.push(place);
  }
  return [...rungs.values()];
}

/** listPlaceClasses returns every class a run can be of: compatible places, and none left out in which such a run must lie. */
export function listPlaceClasses(rungs: readonly CorrectionRung[]): PlaceClass[] {
  let classes: PlaceClass[] = [{ numbers: [], places: [], within: ANY_PLACE }];
  for (const { places } of rungs)
    classes = classes.flatMap((each) => [
      { ...each, numbers: [...each.numbers, 0] },
      ...places.flatMap((place, index) =>
        isCompatible(each.within, place)
          ? [
              {
                numbers: [...each.numbers, index + 1],
                places: [...each.places, place],
                within: joinPlaces(each.within, place),
              },
            ]
          : [],
      ),
    ]);
  return classes.filter(({ numbers, within }) =>
    rungs.every(({ places }, rung) => numbers[rung] !== 0 || !places.some((place) => isWithin(within, place))),
  );
}

/** hashClock names the clock of a calendar less the corrections of a class; it stays the same while these change. */
export function hashClock(calendar: string, places: readonly Place[]): string {
  const texts = places.map((place) => JSON.stringify(listDimensions(place).map((each) => [each, place[each]]))).sort();
  return createHash("sha256")
    .update(JSON.stringify([calendar, texts]))
    .digest("hex")
    .slice(0, 16);
}
