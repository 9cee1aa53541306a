/** pickTexts keeps the entries that say something, as text; undefined when none does. */
export function pickTexts<Name extends string>(
  entries: Readonly<Record<Name, string | number | undefined | null>>,
): Partial<Record<Name, string>> {
  const picked: Partial<Record<Name, string>> = {};
  for (const name in entries) {
    const value = entries[name];
    if (value !== undefined && value !== null && value !== "") picked[name] = String(value);
  }
  return picked;
}
