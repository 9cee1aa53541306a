import { compileExpression } from "../../mute/compile-expression.js";
import { refuseEqual } from "./refuse-equal.js";
import { setLabel } from "./set-label.js";
import type { VectorElement } from "./query-value.js";

/** replaceLabel is label_replace(vector, target, replacement, source, expression). */
export function replaceLabel(elements: readonly VectorElement[], texts: readonly string[]): VectorElement[] {
  const [target, replacement, source, expression] = texts;
  if (target === undefined || replacement === undefined || source === undefined || expression === undefined)
    throw new Error("label_replace() takes a vector and four texts.");
  const pattern = compileExpression(expression);
  return refuseEqual(
    elements.map(({ labels, value }) => {
      const found = pattern.exec(labels[source] ?? "");
      return { labels: found === null ? labels : setLabel(labels, target, expand(replacement, found)), value };
    }),
  );
}

/** `$1`, `${1}` and `$name` stand for what the expression found; a group that is not there for nothing. */
function expand(replacement: string, found: RegExpExecArray): string {
  return replacement.replaceAll(
    /\$(?:\$|(\w+)|\{(\w+)\})/g,
    (sign, bare: string | undefined, braced: string | undefined) => {
      if (sign === "$$") return "$";
      const name = bare ?? braced ?? "";
      return (/^\d+$/.test(name) ? found[Number(name)] : found.groups?.[name]) ?? "";
    },
  );
}
