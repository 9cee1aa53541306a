const collator = new Intl.Collator("en", { numeric: true });

/** isOlderVersion compares versions as people write them: "9" is older than "10", "v1.9" than "v1.10". */
export function isOlderVersion(version: string, reference: string): boolean {
  return collator.compare(version, reference) < 0;
}
