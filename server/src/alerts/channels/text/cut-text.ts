const ELLIPSIS = "…";
const SEGMENTER = new Intl.Segmenter("en", { granularity: "grapheme" });

/** TextUnit is what a limit counts: UTF-16 units, which are never fewer than the characters a service counts, or bytes of UTF-8. */
export type TextUnit = "characters" | "bytes";

/** measureText counts a text in a unit. */
export function measureText(text: string, unit: TextUnit): number {
  return unit === "bytes" ? Buffer.byteLength(text, "utf8") : text.length;
}

/** cutText shortens a text to a limit, the "…" that says so included. It cuts between graphemes only: never within an emoji or an accented letter. */
export function cutText(text: string, limit: number, unit: TextUnit = "characters"): string {
  if (measureText(text, unit) <= limit) return text;
  const room = limit - measureText(ELLIPSIS, unit);
  if (room < 0) return "";
  let used = 0;
  let end = 0;
  // No text that is kept is longer than its limit in units, so what lies beyond need not be read.
  for (const { segment, index } of SEGMENTER.segment(text.slice(0, limit + 64))) {
    used += measureText(segment, unit);
    if (used > room) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end)}${ELLIPSIS}`;
}
