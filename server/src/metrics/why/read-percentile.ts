/** PercentileSample is what a percentile is taken of: the value of a row, and which rows have one. */
export interface PercentileSample {
  readonly value: string;
  readonly condition: string;
}

const PERCENTILE = /^quantileExactInclusiveOrNull(If)?\([\d.]+\)\((.*)\)$/s;

/** readPercentile reads what a percentile of the catalogue is taken of; undefined for any other aggregate. */
export function readPercentile(sql: string): PercentileSample | undefined {
  const [, hasCondition, text = ""] = PERCENTILE.exec(sql) ?? [];
  const parts = splitArguments(text);
  if (text !== "" && hasCondition === undefined) parts.push("1");
  const [value, condition, ...others] = parts;
  return value === undefined || condition === undefined || others.length > 0 ? undefined : { value, condition };
}

/** Commas within parentheses and texts separate nothing. */
function splitArguments(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let isText = false;
  let from = 0;
  for (const [position, character] of [...text].entries()) {
    if (character === "'") isText = !isText;
    if (isText) continue;
    if (character === "(" || character === "[") depth += 1;
    if (character === ")" || character === "]") depth -= 1;
    if (character !== "," || depth > 0) continue;
    parts.push(text.slice(from, position).trim());
    from = position + 1;
  }
  return [...parts, text.slice(from).trim()];
}
