import { cutText } from "./cut-text.js";

/** splitText puts a text into pieces that measure at most so much (what `measure` says of parts adds up), at ends of lines; a line that is longer by itself is split between words, else between graphemes. */
export function splitText(text: string, limit: number, measure = (piece: string) => piece.length): string[] {
  const pieces: string[][] = [];
  let used = Infinity;
  for (const line of text.split("\n").flatMap((each) => splitLine(each, limit, measure))) {
    const size = measure(line) + 1;
    if (used + size - 1 <= limit) pieces.at(-1)?.push(line);
    else {
      pieces.push([line]);
      used = 0;
    }
    used += size;
  }
  return pieces.map((lines) => lines.join("\n").trim()).filter((piece) => piece !== "");
}

function splitLine(line: string, limit: number, measure: (piece: string) => number): string[] {
  const parts: string[] = [];
  let rest = line;
  while (measure(rest) > limit) {
    const head = takeHead(rest, limit, measure);
    if (head === "") break;
    parts.push(head);
    rest = rest.slice(head.length);
  }
  return [...parts, rest];
}

function takeHead(text: string, limit: number, measure: (piece: string) => number): string {
  for (let length = limit; length > 0;) {
    // What is cut ends with one sign that says so; here nothing is lost.
    const head = cutText(text, length).slice(0, -1);
    const measured = measure(head);
    if (measured <= limit) {
      const space = head.lastIndexOf(" ");
      return space > head.length / 2 ? head.slice(0, space + 1) : head;
    }
    length = Math.min(length - 1, Math.floor((length * limit) / measured));
  }
  return "";
}
