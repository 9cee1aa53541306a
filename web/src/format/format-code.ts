/** formatCode writes a code name as words: "price_not_applied" becomes "Price not applied". */
export function formatCode(code: string): string {
  const words = code.replaceAll(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
