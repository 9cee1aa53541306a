/** keptNames go with a person from page to page. */
export const keptNames = [
  "client",
  "region",
  "store",
  "channel",
  "partner",
  "range",
  "from",
  "to",
  "compare",
  "tz",
  "wall",
] as const;
