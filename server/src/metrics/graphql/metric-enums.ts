import { registerWordEnum } from "../../graphql/register-word-enum.js";
import {
  COMPARISONS,
  DIMENSIONS,
  DIRECTIONS,
  GRANULARITIES,
  MOMENTS,
  NULL_REASONS,
  PERIOD_CALENDARS,
} from "../metric-words.js";
import { RANK_ORDERS } from "../ranking/rank-groups.js";

/** MetricEnums holds the GraphQL enums of the metric catalogue. */
export const MetricEnums = {
  Moment: registerWordEnum("Moment", MOMENTS),
  Dimension: registerWordEnum("Dimension", DIMENSIONS),
  Granularity: registerWordEnum("Granularity", GRANULARITIES),
  Comparison: registerWordEnum("Comparison", COMPARISONS),
  Direction: registerWordEnum("Direction", DIRECTIONS),
  NullReason: registerWordEnum("NullReason", NULL_REASONS),
  PeriodCalendar: registerWordEnum("PeriodCalendar", PERIOD_CALENDARS),
  RankOrder: registerWordEnum("RankOrder", RANK_ORDERS),
  SortOrder: registerWordEnum("SortOrder", ["ASCENDING", "DESCENDING"]),
};
