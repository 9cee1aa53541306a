import type { ClickHouse } from "@watchfloor/sql";
import { readOutcome } from "../read-run-words.js";
import type { RunKey } from "../run.repository.js";
import { EVENT_REFS } from "./event-refs.js";
import type { EventRef, EventView } from "./event-view.js";
import type { StepView } from "./step-view.js";
import { BELONGS_TO_RUN } from "./traces-of-run.js";

const MAX_SECONDS = 10;
const MAX_STEPS = 1_000;

const STEPS = `
SELECT source, id, step, toUnixTimestamp64Milli(started_at) AS startedAtMs, toUnixTimestamp64Milli(finished_at) AS finishedAtMs,
  outcome, attempt, from_system AS fromSystem, to_system AS toSystem, error_class AS errorClass, error_code AS errorCode,
  error_message AS errorMessage, sequence
FROM step FINAL
WHERE tenant = {tenant:String} AND client = {client:String} AND ${BELONGS_TO_RUN}
ORDER BY started_at, id LIMIT ${MAX_STEPS}`;

const EVENTS = `
SELECT source, id, kind, toUnixTimestamp64Milli(time) AS timeMs, toUnixTimestamp64Milli(received_at) AS receivedAtMs, payload
FROM event FINAL
WHERE tenant = {tenant:String} AND toDate(time) IN {days:Array(Date)} AND client = {client:String} AND source IN {sources:Array(String)}
  AND id IN {ids:Array(String)} AND (source, id) IN arrayZip({sources:Array(String)}, {ids:Array(String)})
ORDER BY time, source, id LIMIT {limit:UInt32}`;

/** RunTraceRepository reads what happened inside one run. The caller has shown that the run lies within the scope. */
export class RunTraceRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** findSteps returns the steps of a run in no promised order. */
  async findSteps(tenant: string, key: RunKey): Promise<StepView[]> {
    const rows = await this.clickhouse.query<StepRow>({
      name: "runs.steps",
      sql: STEPS,
      params: buildParams(tenant, key),
      maxSeconds: MAX_SECONDS,
    });
    return rows.map(buildStep);
  }

  /** findEventRefs returns which events a run was made from, oldest first. */
  findEventRefs(tenant: string, key: RunKey): Promise<EventRef[]> {
    return this.clickhouse.query<EventRef>({
      name: "runs.event_refs",
      sql: EVENT_REFS,
      params: buildParams(tenant, key),
      maxSeconds: MAX_SECONDS,
    });
  }

  /** findEvents returns these events of one client as received, oldest first. */
  async findEvents(tenant: string, client: string, refs: readonly EventRef[]): Promise<EventView[]> {
    if (refs.length === 0) return [];
    const params = {
      ...{ tenant, client, limit: refs.length },
      days: [...new Set(refs.map((ref) => new Date(ref.timeMs).toISOString().slice(0, 10)))],
      sources: refs.map((ref) => ref.source),
      ids: refs.map((ref) => ref.id),
    };
    const rows = await this.clickhouse.query<EventRow>({
      name: "runs.events",
      sql: EVENTS,
      params,
      maxSeconds: MAX_SECONDS,
    });
    return rows.map(({ timeMs, receivedAtMs, ...row }) => ({
      ...row,
      time: new Date(timeMs),
      receivedAt: new Date(receivedAtMs),
    }));
  }
}

interface StepRow {
  source: string;
  id: string;
  step: string;
  startedAtMs: number;
  finishedAtMs: number;
  outcome: string;
  attempt: number;
  fromSystem: string;
  toSystem: string;
  errorClass: string;
  errorCode: string;
  errorMessage: string;
  sequence: number | null;
}

interface EventRow {
  source: string;
  id: string;
  kind: string;
  timeMs: number;
  receivedAtMs: number;
  payload: string;
}

function buildParams(tenant: string, { client, workflow, run }: RunKey) {
  return { tenant, client, workflow, run };
}

function buildStep(row: StepRow): StepView {
  const readText = (text: string) => (text === "" ? null : text);
  return {
    ...{ id: row.id, source: row.source, step: row.step, attempt: row.attempt, sequence: row.sequence },
    startedAt: new Date(row.startedAtMs),
    finishedAt: new Date(row.finishedAtMs),
    outcome: readOutcome(row.outcome) ?? "FAILED",
    ...{ from: readText(row.fromSystem), to: readText(row.toSystem) },
    ...{
      errorClass: readText(row.errorClass),
      errorCode: readText(row.errorCode),
      errorMessage: readText(row.errorMessage),
    },
  };
}
