const ELLIPSIS = "…";
/** More than the last grapheme that fits takes, and what a cut sign leaves of it. */
const MARGIN = 8;
const COMBINING = 0x300;
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
  const start = findSafeStart(text, room, unit);
  let used = measureText(text.slice(0, start), unit);
  let end = start;
  // No text that is kept is longer than its limit in units, so what lies beyond need not be read.
  for (const { segment, index } of SEGMENTER.segment(text.slice(start, limit + 64))) {
    used += measureText(segment, unit);
    if (used > room) break;
    end = start + index + segment.length;
  }
  return `${text.slice(0, end)}${ELLIPSIS}`;
}

/**
 * A place not far before the cut at which no grapheme goes on: signs below U+0300 neither combine nor join, but for CR LF. Finding graphemes from
 * there takes microseconds; from the beginning of 24 KB it took 30 ms.
 */
function findSafeStart(text: string, room: number, unit: TextUnit): number {
  const fitting = unit === "bytes" ? Buffer.from(text, "utf8").subarray(0, room).toString("utf8").length : room;
  for (let at = Math.min(fitting, text.length) - MARGIN; at > 0; at -= 1)
    if (text.charCodeAt(at - 1) < COMBINING && text.charCodeAt(at) < COMBINING && text[at] !== "\n") return at;
  return 0;
}
