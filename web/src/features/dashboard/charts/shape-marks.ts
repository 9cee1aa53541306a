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

/** shapeMarks places what happened on a chart's axis. What began before the range stands at its start. */
export function shapeMarks(
  annotations: readonly Annotation[],
  of: { readonly interval: Interval; readonly timeZone: string },
): readonly ChartMark[] {
  const from = of.interval.from.getTime();
  const to = of.interval.to.getTime();
  return [...annotations]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .flatMap((annotation) => {
      const at = Math.max(from, Date.parse(annotation.at));
      if (at > to) return [];
      const { kind, letter, word } = kinds[annotation.kind];
      const when = formatInstant(new Date(annotation.at), of.timeZone, of.interval.to);
      return [{ at, kind, letter, words: [`${word}, ${when}: ${annotation.title}`] }];
    });
}
