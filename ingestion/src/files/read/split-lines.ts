/** A longer line is no event: a request has 10 MiB. */
const LONGEST_LINE = 10 * 1024 * 1024;

/** SplitLine is a line without its end; undefined = it is longer than 10 MiB and was left out. */
export type SplitLine = string | undefined;

/** splitLines yields the lines of a text, whatever their ends (LF, CRLF, CR), without holding a giant one in memory. */
export async function* splitLines(text: AsyncIterable<string>): AsyncGenerator<SplitLine, void, void> {
  let rest = "";
  let isTooLong = false;
  for await (const piece of text) {
    // A CR at the end of a piece may be the first half of CRLF: it waits for the next piece.
    const lines = (rest + piece).split(/\r\n|\n|\r(?=[^\n])/);
    rest = lines.pop() ?? "";
    for (const line of lines) {
      yield isTooLong || line.length > LONGEST_LINE ? undefined : line;
      isTooLong = false;
    }
    if (rest.length <= LONGEST_LINE) continue;
    isTooLong = true;
    rest = rest.endsWith("\r") ? "\r" : "";
  }
  if (isTooLong) yield undefined;
  else if (rest !== "") yield rest.replace(/\r$/, "");
}
