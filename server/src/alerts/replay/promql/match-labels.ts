import type { Labels } from "../../instance/fingerprint-labels.js";
import type { LabelMatcher, Selector } from "./query.js";

/** matchLabels tells whether a selector asks for a series. */
export function matchLabels(
  { name, matchers }: Pick<Selector, "name" | "matchers">,
  series: { readonly name: string; readonly labels: Labels },
): boolean {
  return (
    (name === "" || name === series.name) &&
    matchers.every((matcher) =>
      isMatched(matcher, matcher.label === "__name__" ? series.name : (series.labels[matcher.label] ?? "")),
    )
  );
}

function isMatched({ op, value: wanted }: LabelMatcher, value: string): boolean {
  if (op === "=") return value === wanted;
  if (op === "!=") return value !== wanted;
  return new RegExp(`^(?:${wanted})$`, "s").test(value) === (op === "=~");
}
