const QUOTE = 34;
const COMMA = 44;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const SPACE = 32;

/**
 * findElementRanges returns start and end of each element of a JSON array, in turn, so that an event is kept as it was sent.
 * The bytes must be an array that was parsed already: nothing is checked.
 */
export function findElementRanges(bytes: Buffer): number[] {
  const ranges: number[] = [];
  let depth = 0;
  let start = -1;
  let end = -1;
  for (let at = bytes.indexOf(OPEN_BRACKET) + 1; at < bytes.length; at += 1) {
    const code = bytes[at] ?? SPACE;
    if (depth === 0 && (code === COMMA || code === CLOSE_BRACKET)) {
      if (start >= 0) ranges.push(start, end);
      start = -1;
      if (code === CLOSE_BRACKET) break;
      continue;
    }
    if (code <= SPACE) continue;
    if (start < 0) start = at;
    if (code === QUOTE) at = findStringEnd(bytes, at);
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth += 1;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1;
    end = at + 1;
  }
  return ranges;
}

/** findStringEnd returns the place of the quote that ends the string which begins at `start`. */
function findStringEnd(bytes: Buffer, start: number): number {
  let at = start + 1;
  for (; at < bytes.length; at += 1) {
    const code = bytes[at];
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) break;
  }
  return at;
}
