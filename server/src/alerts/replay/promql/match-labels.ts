import type { Labels } from "../../instance/fingerprint-labels.js";
import { matchesAll } from "../../mute/label-matcher.js";
import type { Selector } from "./query.js";

/** matchLabels tells whether a selector asks for a series: its labels are matched as those of a silence are, its name among them. */
export function matchLabels(
  { name, matchers }: Pick<Selector, "name" | "matchers">,
  series: { readonly name: string; readonly labels: Labels },
): boolean {
  return (name === "" || name === series.name) && matchesAll(matchers, { ...series.labels, __name__: series.name });
}
