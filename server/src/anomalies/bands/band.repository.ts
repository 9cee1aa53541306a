import type { ClickHouse } from "@watchfloor/sql";
import { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { Reach } from "../../scope/reach.js";
import { buildAnomalyConditions } from "../list/build-anomaly-conditions.js";
import { KEY_COLUMNS, type SeriesKey } from "../scoring/series-key.js";

const MAX_SECONDS = 10;
const MAX_ROWS = 400_000;

/** StoredBand is what was expected of a series in one slot; null = it was still learned. */
export interface StoredBand extends SeriesKey {
  readonly metric: string;
  readonly grouping: string;
  readonly atMs: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly anomalous: number;
  readonly historyDays: number;
}

/** BandRepository reads expected ranges within a reach. */
export class BandRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** find returns the ranges of metrics and groupings in a range of slots, in no order. */
  async find(
    reach: Reach,
    asked: { metrics: readonly string[]; groupings: readonly string[]; from: Date; to: Date },
  ): Promise<StoredBand[]> {
    const params = new SqlParameters();
    const conditions = [
      ...buildAnomalyConditions(reach, params),
      `metric IN ${params.addTexts("metrics", asked.metrics)}`,
      `grouping IN ${params.addTexts("groupings", asked.groupings)}`,
      `slot >= toDateTime(${params.addInstant("from", asked.from)}, 'UTC')`,
      `slot < toDateTime(${params.addInstant("to", asked.to)}, 'UTC')`,
    ];
    return this.clickhouse.query<StoredBand>({
      name: "anomalies.bands",
      sql: `SELECT ${KEY_COLUMNS.join(", ")}, metric, grouping, toInt64(toUnixTimestamp(slot)) * 1000 AS atMs, expected_low AS low, expected_high AS high, anomalous, history_days AS historyDays
FROM anomaly_band FINAL
WHERE ${conditions.join("\n  AND ")}
LIMIT ${MAX_ROWS}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
  }
}
