/** Words of the pages are English; what nobody set (tests, a browser without a wish) is written as the British do: 21 Nov, 06:00. */
let locale = "en-GB";

/** getViewerLocale answers the locale in which numbers and dates are written. */
export function getViewerLocale(): string {
  return locale;
}

/** setViewerLocale takes the first locale of a person's wishes (`navigator.languages`) that the browser can write; called once, at the start. */
export function setViewerLocale(wishes: readonly string[]): void {
  locale = wishes.find(isWritten) ?? "en-GB";
}

function isWritten(wish: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(wish).length > 0;
  } catch {
    // A malformed tag, which some browsers are configured with.
    return false;
  }
}
