/** SearchValues are the parameters of an address: plain words, so that an address can be read and written by hand. */
export type SearchValues = Readonly<Record<string, string>>;

/** parseSearch reads the query part of an address. */
export function parseSearch(text: string): SearchValues {
  return Object.fromEntries(new URLSearchParams(text));
}

/** stringifySearch writes parameters as the query part of an address; undefined and empty ones are left out, commas and slashes stay readable. */
export function stringifySearch(values: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(values).flatMap(([name, value]) =>
    typeof value === "string" && value !== "" ? [`${encodeURIComponent(name)}=${encodeReadable(value)}`] : [],
  );
  return parts.length === 0 ? "" : `?${parts.join("&")}`;
}

/** pickSearch keeps the named parameters that are present. */
export function pickSearch<const Name extends string>(
  raw: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): { [name in Name]?: string | undefined } {
  const picked: { [name in Name]?: string | undefined } = {};
  for (const name of names) {
    const value = raw[name];
    if (typeof value === "string" && value !== "") picked[name] = value;
  }
  return picked;
}

function encodeReadable(value: string): string {
  return encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3A", ":");
}
