import type { ClickHouse } from "@watchfloor/sql";
import { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { RunKey } from "../run.repository.js";
import { EVENT_REFS } from "./event-refs.js";
import type { SpanLink, TracedRun } from "./run-link.js";

const MAX_SECONDS = 10;
/** Links of one run that are shown. */
const MAX_LINKS = 200;
const MAX_RUNS = 1_000;
/** What is linked lies near in time. */
const NEAR_DAYS = 31;

/** Events keep the links of their span in their payload; one to the own trace says nothing new. */
const LINKS = `
SELECT DISTINCT JSONExtractString(link, 'trace') AS traceId, JSONExtractString(link, 'span') AS spanId
FROM event FINAL
ARRAY JOIN JSONExtractArrayRaw(payload, 'links') AS link
WHERE tenant = {tenant:String} AND client = {client:String}
  AND toDate(time) IN (SELECT toDate(fromUnixTimestamp64Milli(timeMs, 'UTC')) FROM (${EVENT_REFS}))
  AND (source, id) IN (SELECT source, id FROM (${EVENT_REFS}))
  AND match(traceId, '^[0-9a-f]{32}$') AND NOT startsWith(id, traceId)
ORDER BY traceId, spanId LIMIT ${MAX_LINKS}`;

/** RunLinkRepository reads which spans of other traces a run points at, and which runs those traces are. */
export class RunLinkRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** findLinks returns the links of the events that a run was made from. */
  findLinks(tenant: string, { client, workflow, run }: RunKey): Promise<SpanLink[]> {
    return this.clickhouse.query<SpanLink>({
      name: "runs.links",
      sql: LINKS,
      params: { tenant, client, workflow, run },
      maxSeconds: MAX_SECONDS,
    });
  }

  /** findRuns returns the runs whose root spans are of these traces, near a day; the caller limits them to a scope. */
  async findRuns(
    tenant: string,
    near: { client: string; day: string },
    traces: readonly string[],
  ): Promise<TracedRun[]> {
    if (traces.length === 0) return [];
    const params = new SqlParameters();
    const day = params.add("day", "Date", near.day);
    const conditions = [
      `tenant = ${params.add("tenant", "String", tenant)}`,
      `client = ${params.add("client", "String", near.client)}`,
      `toDate(time) >= ${day} - ${NEAR_DAYS} AND toDate(time) <= ${day} + ${NEAR_DAYS}`,
      "kind = 'run.finished'",
      `(${traces.map((trace, index) => `startsWith(id, ${params.add(`trace_${index}`, "String", trace)})`).join(" OR ")})`,
    ];
    return this.clickhouse.query<TracedRun>({
      name: "runs.of_traces",
      sql: `SELECT DISTINCT substring(id, 1, 32) AS traceId, client, JSONExtractString(payload, 'workflow') AS workflow, JSONExtractString(payload, 'run') AS run
FROM event
WHERE ${conditions.join("\n  AND ")}
ORDER BY traceId, workflow, run LIMIT ${MAX_RUNS}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
  }
}
