import type { ChartMark } from "../../../charts/chart-mark.js";
import { formatInstant } from "../../../format/format-instant.js";
import type { Interval } from "../../../time-range/time-range.js";
import type { Annotation } from "./annotations-query.js";

const kinds = {
  PROMOTION: { kind: "promotion", letter: "P", word: "Promotion" },
  INCIDENT: { kind: "incident", letter: "!", word: "Incident" },
  CORRECTION: { kind: "correction", letter: "C", word: "Correction" },
  RELEASE: { kind: "release", letter: "R", word: "Release" },
} as const;

/** Marks nearer than this share of the range would lie on each other. */
const nearestShare = 0.018;

/** shapeMarks places what happened on a chart's axis. What began before the range stands at its start; what lies close together is one mark with the words of each. */
export function shapeMarks(
  annotations: readonly Annotation[],
  of: { readonly interval: Interval; readonly timeZone: string },
): readonly ChartMark[] {
  const from = of.interval.from.getTime();
  const to = of.interval.to.getTime();
  const nearest = (to - from) * nearestShare;
  const marks: { at: number; kind: ChartMark["kind"]; letter: string; words: string[] }[] = [];
  for (const annotation of [...annotations].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const at = Math.max(from, Date.parse(annotation.at));
    if (at > to) continue;
    const { kind, letter, word } = kinds[annotation.kind];
    const when = formatInstant(new Date(annotation.at), of.timeZone, of.interval.to);
    const words = `${word}, ${when}: ${annotation.title}`;
    const near = marks.find((mark) => at - mark.at < nearest);
    if (near === undefined) marks.push({ at, kind, letter, words: [words] });
    else {
      near.words.push(words);
      near.letter = String(near.words.length);
      if (kind === "incident") near.kind = kind;
    }
  }
  return marks;
}
