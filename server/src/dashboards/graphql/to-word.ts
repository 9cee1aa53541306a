/** toWord writes a word of a definition as GraphQL enums write it: `time-series` becomes TIME_SERIES. */
export function toWord(word: string): string {
  return word.toUpperCase().replaceAll("-", "_");
}
