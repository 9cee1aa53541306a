import type { ScoreForm } from "../detector/anomaly-detector.js";
import type { Dimension } from "../../metrics/metric-words.js";

/** SeriesKind decides how the input of a detector is prepared. */
export type SeriesKind = "count" | "rate" | "gauge";

/** WatchedMetric is a catalogued metric of a grouping that is watched. */
export interface WatchedMetric {
  readonly metric: string;
  readonly kind: SeriesKind;
  readonly form: ScoreForm;
}

/** WatchedGrouping is one way to group, and the metrics that are watched in each of its groups. */
export interface WatchedGrouping {
  readonly id: string;
  readonly dimensions: readonly Dimension[];
  /** The dimension without which a group is left out: it is watched by another grouping already. */
  readonly needs: Dimension;
  readonly metrics: readonly WatchedMetric[];
}

/** WatchedClass is all series of one metric and grouping: they share a budget and thresholds. */
export interface WatchedClass extends WatchedMetric {
  /** `grouping/metric`. */
  readonly id: string;
  readonly grouping: WatchedGrouping;
}

const count = (metric: string): WatchedMetric => ({ metric, kind: "count", form: "tail" });
const rate = (metric: string): WatchedMetric => ({ metric, kind: "rate", form: "tail" });
const gauge = (metric: string): WatchedMetric => ({ metric, kind: "gauge", form: "tail" });

/** WATCHED_GROUPINGS is everything that is watched. Stores are watched over all workflows: a store's single workflow happens too rarely. */
export const WATCHED_GROUPINGS: readonly WatchedGrouping[] = [
  {
    id: "workflow",
    dimensions: ["CLIENT", "WORKFLOW"],
    needs: "WORKFLOW",
    metrics: [count("runs_finished"), rate("failure_rate"), rate("exception_rate"), gauge("duration_p95")],
  },
  {
    id: "store",
    dimensions: ["CLIENT", "STORE"],
    needs: "STORE",
    metrics: [count("runs_finished"), rate("failure_rate"), rate("exception_rate")],
  },
  {
    id: "channel",
    dimensions: ["CLIENT", "CHANNEL", "WORKFLOW"],
    needs: "CHANNEL",
    metrics: [count("runs_finished"), rate("failure_rate"), gauge("duration_p95")],
  },
  {
    id: "partner",
    dimensions: ["CLIENT", "PARTNER", "WORKFLOW"],
    needs: "PARTNER",
    metrics: [count("runs_finished"), rate("failure_rate"), gauge("duration_p95")],
  },
  {
    id: "source",
    dimensions: ["CLIENT", "SOURCE"],
    needs: "SOURCE",
    metrics: [count("events_received"), gauge("ingest_lag_p95")],
  },
  {
    id: "measure",
    dimensions: ["CLIENT", "SOURCE", "MEASURE"],
    needs: "MEASURE",
    metrics: [gauge("measure_avg"), rate("check_mismatch_rate")],
  },
];

/** WATCHED_CLASSES lists the classes of all groupings. */
export const WATCHED_CLASSES: readonly WatchedClass[] = WATCHED_GROUPINGS.flatMap((grouping) =>
  grouping.metrics.map((watched) => ({ ...watched, grouping, id: `${grouping.id}/${watched.metric}` })),
);
