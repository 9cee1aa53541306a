import { cutText } from "./cut-text.js";

/** splitText puts a text into pieces of at most so many characters, at ends of lines; a line that is longer by itself is cut. */
export function splitText(text: string, limit: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const line of text.split("\n").map((each) => cutText(each, limit))) {
    if (piece !== "" && piece.length + 1 + line.length > limit) {
      pieces.push(piece);
      piece = line;
    } else piece = piece === "" ? line : `${piece}\n${line}`;
  }
  return [...pieces, piece].map((each) => each.trim()).filter((each) => each !== "");
}
