import type { ChartMark } from "./chart-mark.js";

/** joinMarks makes one mark of those that lie nearer than `nearestMs` to the first of them: it says the words of each, and counts them in place of its letter. An incident among them is seen. */
export function joinMarks(marks: readonly ChartMark[], nearestMs: number): readonly ChartMark[] {
  const joined: ChartMark[] = [];
  for (const mark of [...marks].sort((a, b) => a.at - b.at)) {
    const last = joined.at(-1);
    if (last === undefined || mark.at - last.at >= nearestMs) {
      joined.push(mark);
      continue;
    }
    const words = [...last.words, ...mark.words];
    const kind = mark.kind === "incident" ? mark.kind : last.kind;
    joined[joined.length - 1] = { at: last.at, kind, words, letter: String(words.length) };
  }
  return joined;
}
