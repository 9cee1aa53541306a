/** VariablePlace is a name, where it stands, and what it is. */
export interface VariablePlace {
  readonly name: string;
  readonly of: "MESSAGE" | "INCIDENT" | "FACT";
  readonly kind: "TEXT" | "FLAG" | "LIST" | "GROUP";
}

/** Insertion is a text with a variable put in, and where the cursor stands then. */
export interface Insertion {
  readonly text: string;
  readonly cursor: number;
}

/**
 * insertVariable writes a variable at the selection as it can stand there: a list or a question around what is selected, a value in place of it, and
 * a name of an incident with `first.` outside of a section of incidents.
 */
export function insertVariable(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  variable: VariablePlace,
): Insertion {
  const [before, selected, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  const isWithin = countOpen(before, "incidents") > 0 || countOpen(before, "first") > 0;
  const name = variable.of === "INCIDENT" && !isWithin ? `first.${variable.name}` : variable.name;
  const [head, tail] = writeTags(name, variable.kind);
  const kept = variable.kind === "FLAG" || variable.kind === "LIST" ? selected : "";
  return {
    text: `${before}${head}${kept}${tail}${after}`,
    cursor: before.length + head.length + kept.length + (kept === "" ? 0 : tail.length),
  };
}

function writeTags(name: string, kind: VariablePlace["kind"]): readonly [string, string] {
  if (kind === "TEXT") return [`{{${name}}}`, ""];
  if (kind === "GROUP") return [`{{${name}.`, "}}"];
  return [`{{#${name}}}`, `{{/${name}}}`];
}

function countOpen(text: string, name: string): number {
  return text.split(`{{#${name}}}`).length - text.split(`{{/${name}}}`).length;
}
