import { MAX_ENTRIES, type FlatAttributes } from "./add-attributes.js";

/** joinAttributes adds those of a resource behind what a span, record or point says itself, in place, and returns all. */
export function joinAttributes(own: FlatAttributes, resource: FlatAttributes): FlatAttributes {
  let count = Object.keys(own).length;
  for (const name in resource) {
    const value = resource[name];
    if (count >= MAX_ENTRIES) break;
    if (value === undefined || name in own) continue;
    own[name] = value;
    count += 1;
  }
  return own;
}
