import { createHash } from "node:crypto";
import type { AnomalyKind, SlotFinding } from "./slot-finding.js";
import { renderAnomalyText } from "./render-anomaly-text.js";
import { renderSeriesKey, type SeriesKey } from "./series-key.js";
import type { Incident } from "./track-incident.js";
import type { WatchedClass } from "./watched-series.js";

/** SEVERITIES from least to most: what lasts and what is only listed, what is clearly strange, what is rare enough to notify. */
export const SEVERITIES = ["LOW", "MEDIUM", "HIGH"] as const;
/** Severity is one of `SEVERITIES`. */
export type Severity = (typeof SEVERITIES)[number];

/** AnomalyRecord is an incident as it is stored. */
export interface AnomalyRecord {
  readonly id: string;
  readonly class: string;
  readonly metric: string;
  readonly key: SeriesKey;
  readonly kind: AnomalyKind;
  readonly severity: Severity;
  readonly startedAt: Date;
  /** null = it goes on. */
  readonly endedAt: Date | null;
  readonly peakAt: Date;
  readonly score: number;
  readonly threshold: number;
  readonly value: number;
  readonly expectedLow: number | null;
  readonly expectedHigh: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly text: string;
}

/** buildAnomalyRecord returns what is stored of an incident; its id follows from the series and the start alone. */
export function buildAnomalyRecord(
  incident: Incident,
  given: {
    tenant: string;
    watched: WatchedClass;
    key: SeriesKey;
    timeZone: string;
    thresholds: { list: number; notify: number };
  },
): AnomalyRecord {
  const { watched, key, thresholds } = given;
  const { startedAtMs } = incident;
  const peak = limitExpected(incident.peak, watched);
  const identity = [given.tenant, watched.id, renderSeriesKey(key), String(startedAtMs)].join("\0");
  return {
    id: createHash("sha256").update(identity).digest("hex").slice(0, 32),
    class: watched.id,
    metric: watched.metric,
    key,
    kind: peak.kind,
    severity: chooseSeverity(incident, thresholds),
    startedAt: new Date(startedAtMs),
    endedAt: incident.isEnded ? new Date(incident.lastToMs) : null,
    peakAt: new Date(peak.atMs),
    score: peak.score ?? 0,
    threshold: thresholds.list,
    value: peak.value,
    expectedLow: peak.expected?.low ?? null,
    expectedHigh: peak.expected?.high ?? null,
    numerator: peak.numerator,
    denominator: peak.denominator,
    text: renderAnomalyText({ ...incident, peak }, watched, given.timeZone),
  };
}

/** What lasts is told apart, as least severe: it is rarely news by the time it is certain. */
function chooseSeverity({ peak }: Incident, { notify }: { notify: number }): Severity {
  if (peak.kind === "sustained") return "LOW";
  return (peak.score ?? 0) >= notify ? "HIGH" : "MEDIUM";
}

/** Of counts, rates and durations nothing below zero is expected; measures may be anything. */
function limitExpected(peak: SlotFinding, { metric }: WatchedClass): SlotFinding {
  const { expected } = peak;
  if (expected === undefined || metric === "measure_avg") return peak;
  return { ...peak, expected: { ...expected, low: Math.max(0, expected.low) } };
}
