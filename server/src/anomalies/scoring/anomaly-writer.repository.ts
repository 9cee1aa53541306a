import { FAR_FUTURE, type ClickHouse } from "@watchfloor/sql";
import type { AnomalyRecord } from "./anomaly-record.js";
import type { BandRow } from "./band-row.js";
import { KEY_COLUMNS } from "./series-key.js";
import { renderTabRows, type TabValue } from "./tab-rows.js";

const ANOMALY_COLUMNS = [
  ...[
    "tenant",
    "id",
    "class",
    "metric",
    ...KEY_COLUMNS,
    "kind",
    "severity",
    "started_at",
    "ended_at",
    "peak_at",
    "score",
  ],
  ...[
    "threshold",
    "value",
    "expected_low",
    "expected_high",
    "numerator",
    "denominator",
    "text",
    "version",
    "is_deleted",
  ],
];
const BAND_COLUMNS = [
  ...["tenant", "metric", ...KEY_COLUMNS, "grouping", "slot", "expected_low", "expected_high", "anomalous"],
  ...["history_days", "version"],
];
const MAX_SECONDS = 30;
const MAX_KNOWN = 200_000;

/** StoredAnomaly is the identity of a row that is there. */
export interface StoredAnomaly {
  readonly id: string;
  readonly client: string;
  readonly startedAtMs: number;
  readonly isOpen: boolean;
}

/** AnomalyWriter stores what the worker found, and reads of its own rows what it needs to restate them. */
export class AnomalyWriterRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** writeAnomalies stores records; a later version replaces the earlier one. */
  async writeAnomalies(tenant: string, records: readonly AnomalyRecord[], version: number): Promise<void> {
    if (records.length === 0) return;
    const rows = records.map((record): TabValue[] => [
      ...[tenant, record.id, record.class, record.metric, ...KEY_COLUMNS.map((column) => record.key[column])],
      ...[record.kind, record.severity, record.startedAt, record.endedAt ?? FAR_FUTURE, record.peakAt, record.score],
      ...[record.threshold, record.value, record.expectedLow, record.expectedHigh, record.numerator],
      ...[record.denominator, record.text, version, false],
    ]);
    await this.clickhouse.insert({ table: "anomaly", columns: ANOMALY_COLUMNS, body: renderTabRows(rows) });
  }

  /** withdrawAnomalies takes rows back. */
  async withdrawAnomalies(tenant: string, rows: readonly StoredAnomaly[], version: number): Promise<void> {
    if (rows.length === 0) return;
    const body = rows.map((row): TabValue[] => [tenant, row.client, row.id, new Date(row.startedAtMs), version, true]);
    const columns = ["tenant", "client", "id", "started_at", "version", "is_deleted"];
    await this.clickhouse.insert({ table: "anomaly", columns, body: renderTabRows(body) });
  }

  /** listStored returns what is stored of a tenant from an instant on, open ones whenever they began. */
  async listStored(tenant: string, from: Date): Promise<StoredAnomaly[]> {
    return this.clickhouse.query<StoredAnomaly>({
      name: "anomalies.stored",
      sql: `SELECT id, client, toUnixTimestamp64Milli(started_at) AS startedAtMs, ended_at >= toDateTime64('2200-01-01 00:00:00', 3, 'UTC') AS isOpen
FROM anomaly FINAL
WHERE tenant = {tenant:String} AND (started_at >= fromUnixTimestamp64Milli({from:Int64}) OR ended_at >= toDateTime64('2200-01-01 00:00:00', 3, 'UTC'))
LIMIT ${MAX_KNOWN}`,
      params: { tenant, from: from.getTime() },
      maxSeconds: MAX_SECONDS,
      mustSeeAll: true,
    });
  }

  /** endAnomalies ends rows that nothing goes on with any more. */
  async endAnomalies(tenant: string, ids: readonly string[], given: { endedAt: Date; version: number }): Promise<void> {
    if (ids.length === 0) return;
    const kept = ANOMALY_COLUMNS.filter((column) => !["ended_at", "version"].includes(column)).join(", ");
    const known = await this.clickhouse.query<Record<string, string | number | null>>({
      name: "anomalies.to_end",
      sql: `SELECT ${kept.replace(/\b(started_at|peak_at)\b/g, "toString($1) AS $1")} FROM anomaly FINAL WHERE tenant = {tenant:String} AND id IN {ids:Array(String)}`,
      params: { tenant, ids: [...ids] },
      maxSeconds: MAX_SECONDS,
    });
    const columns = [...kept.split(", "), "ended_at", "version"];
    const rows = known.map((row): TabValue[] => [
      ...kept.split(", ").map((column) => row[column] ?? null),
      given.endedAt,
      given.version,
    ]);
    await this.clickhouse.insert({ table: "anomaly", columns, body: renderTabRows(rows) });
  }

  /** writeBands stores expected ranges. */
  async writeBands(tenant: string, bands: readonly BandRow[], version: number): Promise<void> {
    if (bands.length === 0) return;
    const rows = bands.map((band): TabValue[] => [
      ...[tenant, band.metric, ...KEY_COLUMNS.map((column) => band.key[column]), band.grouping],
      ...[new Date(band.slotMs).toISOString().slice(0, 19).replace("T", " "), band.expectedLow, band.expectedHigh],
      ...[band.isAnomalous, band.historyDays, version],
    ]);
    await this.clickhouse.insert({ table: "anomaly_band", columns: BAND_COLUMNS, body: renderTabRows(rows) });
  }
}
