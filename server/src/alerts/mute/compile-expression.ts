const compiled = new Map<string, RegExp>();
/** Texts come from rules and silences, of which there are not many; more than this are compiled anew. */
const MAX_KEPT = 1_000;

/** compileExpression makes an anchored regular expression; flags at its beginning, such as (?i), are those of RE2. Throws where it is none. */
export function compileExpression(expression: string): RegExp {
  const known = compiled.get(expression);
  if (known !== undefined) return known;
  const [leading = "", flags = ""] = /^\(\?([ims]+)\)/.exec(expression) ?? [];
  const body = expression.slice(leading.length).replaceAll("(?P<", "(?<");
  const made = new RegExp(`^(?:${body})$`, [...new Set(`s${flags}`)].join(""));
  if (compiled.size >= MAX_KEPT) compiled.clear();
  compiled.set(expression, made);
  return made;
}
