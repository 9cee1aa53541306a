import type { Labels } from "../../instance/fingerprint-labels.js";

/** setLabel gives labels with one of them set; an empty one is none. */
export function setLabel(labels: Labels, name: string, value: string): Labels {
  const { [name]: _, ...others } = labels;
  return value === "" ? others : { ...others, [name]: value };
}
