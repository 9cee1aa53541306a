import type { ChartMark } from "../../../charts/chart-mark.js";
import { formatInstant } from "../../../format/format-instant.js";
import { describeEnd } from "../incidents/describe-incident.js";
import type { IncidentStory, NearbyChange } from "./incident-query.js";

const kinds = {
  RELEASE: { kind: "release", letter: "R", word: "Release" },
  PROMOTION: { kind: "promotion", letter: "P", word: "Promotion" },
  CORRECTION: { kind: "correction", letter: "C", word: "Correction" },
  INCIDENT: { kind: "incident", letter: "!", word: "Anomaly" },
} as const;

/** buildIncidentMarks places on the axis of a chart when it and its like fired and were over, and what was changed meanwhile. */
export function buildIncidentMarks(
  { incident, alike }: Pick<IncidentStory, "incident" | "alike">,
  changes: readonly NearbyChange[],
  { domain, timeZone }: { readonly domain: readonly [number, number]; readonly timeZone: string },
): readonly ChartMark[] {
  const [from, to] = domain;
  const when = (at: number): string => formatInstant(new Date(at), timeZone, new Date(to));
  const fired = [incident, ...alike].map(({ id, firedAt, title }): ChartMark => {
    const at = Date.parse(firedAt);
    const word = id === incident.id ? "Fired" : "Fired before";
    return { at, kind: "incident", letter: "!", words: [`${word}, ${when(at)}: ${title}`] };
  });
  const over = [incident, ...alike].flatMap((one): ChartMark[] => {
    if (one.resolvedAt === null) return [];
    const at = Date.parse(one.resolvedAt);
    return [{ at, kind: "correction", letter: "✓", words: [`Over, ${when(at)}: ${describeEnd(one)}`] }];
  });
  const changed = changes.map(({ kind, at: iso, title }): ChartMark => {
    const at = Math.max(from, Date.parse(iso));
    const { word, ...mark } = kinds[kind];
    return { at, ...mark, words: [`${word}, ${when(Date.parse(iso))}: ${title}`] };
  });
  return [...fired, ...over, ...changed].filter(({ at }) => at >= from && at <= to).sort((a, b) => a.at - b.at);
}
