import { readTimeZone } from "../../registry/read-time-zone.js";

/** ZoneChoice is a time zone one can switch to; `tz` is how the address says it, undefined for the usual one. */
export interface ZoneChoice {
  readonly tz: string | undefined;
  readonly title: string;
  readonly words: string;
  readonly isChosen: boolean;
}

/** listZones lists the zones to choose from: that of the client (or tenant), UTC, that of the browser, and whatever other one the address names. */
export function listZones(
  usual: string,
  chosen: string | undefined,
  browser: string = Intl.DateTimeFormat().resolvedOptions().timeZone,
): readonly ZoneChoice[] {
  const shown = readTimeZone(chosen) ?? usual;
  const kept: [string, string][] = [[usual, "client"]];
  for (const [zone, words] of [
    ["UTC", "utc gmt"],
    [browser, "browser mine local"],
    [shown, ""],
  ] as const)
    if (!kept.some(([known]) => known === zone)) kept.push([zone, words]);
  return kept.map(([zone, words]) => ({
    tz: zone === usual ? undefined : zone,
    title: zone,
    words,
    isChosen: zone === shown,
  }));
}
