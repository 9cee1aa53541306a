import { QueryError } from "./query-error.js";
import type { VectorElement } from "./query-value.js";

/** refuseEqual gives elements back, unless two of them cannot be told apart. */
export function refuseEqual(elements: VectorElement[]): VectorElement[] {
  const known = new Set(elements.map(({ labels }) => JSON.stringify(Object.entries(labels).sort())));
  if (known.size < elements.length) throw new QueryError("several elements have the same labels");
  return elements;
}
