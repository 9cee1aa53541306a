import { MAX_ENTRIES, type FlatAttributes, type ReadAttributes } from "./read-attributes.js";

/** joinAttributes adds those of a resource behind what a span, record or point says itself, in place, and returns all. */
export function joinAttributes({ attributes, count }: ReadAttributes, resource: FlatAttributes): FlatAttributes {
  let total = count;
  for (const name in resource) {
    const value = resource[name];
    if (total >= MAX_ENTRIES) break;
    if (value === undefined || name in attributes) continue;
    attributes[name] = value;
    total += 1;
  }
  return attributes;
}
