/** readTimeZone reads a zone from the address (`tz=UTC`, `tz=America/Sao_Paulo`); undefined for what is no IANA zone. */
export function readTimeZone(text: string | undefined): string | undefined {
  if (text === undefined || !/^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)*$/.test(text)) return undefined;
  try {
    Intl.DateTimeFormat("en-GB", { timeZone: text });
    return text;
  } catch {
    // RangeError: there is no such zone.
    return undefined;
  }
}
