import type { ClickHouse } from "@watchfloor/sql";
import { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import { findMetric } from "../../metrics/metric-catalog.js";
import type { Reach } from "../../scope/reach.js";
import { SEVERITIES, type Severity } from "../scoring/anomaly-record.js";
import type { AnomalyView } from "./anomaly-view.js";
import { buildAnomalyConditions } from "./build-anomaly-conditions.js";
import type { AnomalyQuestion } from "./check-anomaly-question.js";

const MAX_SECONDS = 10;
const MAX_COUNT = 100_000;
const FAR = "toDateTime64('2200-01-01 00:00:00', 3, 'UTC')";
const DIMENSIONS = ["store", "channel", "partner", "workflow", "source", "measure", "currency"] as const;

/** AnomalyRepository reads anomalies within a reach. */
export class AnomalyRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** findPage returns one more than a page of anomalies, newest first. */
  async findPage(reach: Reach, question: AnomalyQuestion): Promise<AnomalyView[]> {
    const params = new SqlParameters();
    const conditions = buildConditions(reach, question, params);
    const { after } = question;
    if (after !== undefined) {
      const at = params.addInstant("after_at", new Date(after.startedAtMs));
      conditions.push(`(started_at, id) < (${at}, ${params.add("after_id", "String", after.id)})`);
    }
    const rows = await this.clickhouse.query<AnomalyRow>({
      name: "anomalies.page",
      sql: `SELECT id, metric, client, ${DIMENSIONS.join(", ")}, kind, severity, score, threshold, value, expected_low AS low, expected_high AS high, numerator, denominator, text,
    toUnixTimestamp64Milli(started_at) AS startedAtMs, toUnixTimestamp64Milli(peak_at) AS peakAtMs, if(ended_at < ${FAR}, toUnixTimestamp64Milli(ended_at), NULL) AS endedAtMs
FROM anomaly FINAL
WHERE ${conditions.join("\n  AND ")}
ORDER BY started_at DESC, id DESC
LIMIT ${question.first + 1}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return rows.map(buildAnomaly);
  }

  /** count counts the anomalies of a question, up to 100,000. */
  async count(reach: Reach, question: AnomalyQuestion): Promise<number> {
    const params = new SqlParameters();
    const conditions = buildConditions(reach, question, params);
    const [row] = await this.clickhouse.query<{ count: number }>({
      name: "anomalies.count",
      sql: `SELECT count() AS count FROM (SELECT 1 FROM anomaly FINAL WHERE ${conditions.join(" AND ")} LIMIT ${MAX_COUNT})`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return row?.count ?? 0;
  }
}

/** What was going on at any time of the range; an incident that began before it and has not ended is part of it. */
function buildConditions(reach: Reach, { filter, from, to }: AnomalyQuestion, params: SqlParameters): string[] {
  const conditions = buildAnomalyConditions(reach, params);
  conditions.push(`started_at < ${params.addInstant("to", to)}`, `ended_at > ${params.addInstant("from", from)}`);
  const { metrics, states, minSeverity } = filter;
  if (metrics != null) conditions.push(`metric IN ${params.addTexts("metrics", metrics)}`);
  if (states != null) {
    const isAsked = (state: string) => (states.some((asked) => asked === state) ? 1 : 0);
    conditions.push(`if(ended_at < ${FAR}, ${isAsked("ENDED")}, ${isAsked("OPEN")})`);
  }
  if (minSeverity != null)
    conditions.push(`severity IN ${params.addTexts("severities", SEVERITIES.slice(SEVERITIES.indexOf(minSeverity)))}`);
  return conditions;
}

type AnomalyRow = Record<(typeof DIMENSIONS)[number], string> & {
  id: string;
  metric: string;
  client: string;
  kind: string;
  severity: Severity;
  score: number;
  threshold: number;
  value: number;
  low: number | null;
  high: number | null;
  numerator: number | null;
  denominator: number | null;
  text: string;
  startedAtMs: number;
  peakAtMs: number;
  endedAtMs: number | null;
};

function buildAnomaly(row: AnomalyRow): AnomalyView {
  const readText = (text: string) => (text === "" ? null : text);
  const { startedAtMs, peakAtMs, endedAtMs, low, high, ...figures } = row;
  return {
    ...figures,
    unit: findMetric(row.metric)?.unit ?? "measure",
    ...{ store: readText(row.store), channel: readText(row.channel), partner: readText(row.partner) },
    ...{ workflow: readText(row.workflow), source: readText(row.source), measure: readText(row.measure) },
    ...{ currency: readText(row.currency), kind: row.kind.toUpperCase() },
    state: endedAtMs === null ? "OPEN" : "ENDED",
    startedAt: new Date(startedAtMs),
    peakAt: new Date(peakAtMs),
    endedAt: endedAtMs === null ? null : new Date(endedAtMs),
    ...{ expectedLow: low, expectedHigh: high },
  };
}
