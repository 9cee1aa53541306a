/** pickText returns what a field says as text; undefined when it is absent, null or empty. */
export function pickText(value: string | number | undefined | null): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  return typeof value === "string" ? value : String(value);
}
