import { registerWordEnum } from "../../../graphql/register-word-enum.js";
import { METRIC_SIDES } from "../list-side-terms.js";

/** METRIC_ROW_KINDS: what the rows behind a number can be. */
export const METRIC_ROW_KINDS = [
  "RUN",
  "EXCEPTION",
  "MEASURE",
  "EVENT",
  "REJECTED_EVENT",
  "OUT_OF_SEQUENCE",
  "FEED_COUNT",
  "CHANGE",
  "MINUTE",
  "DECISION",
  "STEP",
  "CORRELATION",
] as const;
/** MetricRowKind is one of `METRIC_ROW_KINDS`. */
export type MetricRowKind = (typeof METRIC_ROW_KINDS)[number];

/** MetricRowEnums holds the GraphQL enums of the rows behind numbers. */
export const MetricRowEnums = {
  MetricSide: registerWordEnum("MetricSide", METRIC_SIDES),
  MetricRowKind: registerWordEnum("MetricRowKind", METRIC_ROW_KINDS),
};
