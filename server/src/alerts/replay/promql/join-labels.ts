import { refuseEqual } from "./refuse-equal.js";
import { setLabel } from "./set-label.js";
import type { VectorElement } from "./query-value.js";

/** joinLabels is label_join(vector, target, separator, sources...). */
export function joinLabels(elements: readonly VectorElement[], texts: readonly string[]): VectorElement[] {
  const [target, separator, ...sources] = texts;
  if (target === undefined || separator === undefined)
    throw new Error("label_join() takes a vector, a label, a separator and labels.");
  return refuseEqual(
    elements.map(({ labels, value }) => ({
      labels: setLabel(labels, target, sources.map((name) => labels[name] ?? "").join(separator)),
      value,
    })),
  );
}
