/** keepOneLine replaces line breaks and other control characters by spaces: a subject or header cannot be continued by a label. */
export function keepOneLine(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replaceAll(/ {2,}/g, " ")
    .trim();
}
