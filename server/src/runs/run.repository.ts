import type { ClickHouse } from "@watchfloor/sql";
import { buildReachConditions } from "../metrics/compiler/build-reach-conditions.js";
import { SqlParameters } from "../metrics/compiler/sql-parameters.js";
import type { Reach } from "../scope/reach.js";
import { buildDayWindows, type DayWindow } from "./list/build-day-windows.js";
import { buildDayCondition, buildRunConditions } from "./list/build-run-conditions.js";
import type { RunQuestion } from "./list/check-run-question.js";
import { buildAfterCondition, buildRunOrder, buildRunOrderKey } from "./list/run-order.js";
import { chooseRunTable } from "./list/choose-run-table.js";
import { renderRunsFrom } from "./list/render-runs-from.js";
import { buildRunColumns, SLA_NEEDS, type RunRow } from "./run-row.js";
import type { RunView } from "./run-view.js";

const MAX_SECONDS = 10;
const KEY = "day, client, workflow, run";

/** ListedRun is a run with its place in the order of its list. */
export interface ListedRun extends RunRow {
  readonly orderKey: string;
}

/** RunKey finds one run without knowing its day. */
export interface RunKey {
  readonly client: string;
  readonly workflow: string;
  readonly run: string;
}

/** RunRepository reads folded runs within a reach; no statement of it exists without one. */
export class RunRepository {
  constructor(
    private readonly clickhouse: ClickHouse,
    private readonly now: () => Date,
  ) {}

  /** findPage returns at most one more run than asked for, so that the caller knows whether there are more. */
  async findPage(reach: Reach, question: RunQuestion, now: Date): Promise<ListedRun[]> {
    const limit = question.first + 1;
    const windows = chooseWindows(question);
    if (windows === undefined) return this.findIn(reach, { question, limit, now });
    const rows: ListedRun[] = [];
    for (const window of windows) {
      rows.push(...(await this.findIn(reach, { question, limit: limit - rows.length, now, window })));
      if (rows.length >= limit) break;
    }
    return rows;
  }

  /** find returns one run, or undefined when there is none within the reach. */
  async find(reach: Reach, key: RunKey): Promise<RunRow | undefined> {
    const [row] = await this.findByKeys(reach, [key]);
    return row;
  }

  /** findByKeys returns the runs of these keys that lie within the reach, in no order. */
  async findByKeys(reach: Reach, keys: readonly RunKey[]): Promise<RunRow[]> {
    if (keys.length === 0) return [];
    const params = new SqlParameters();
    const wanted = buildKeyCondition(keys, params);
    const conditions = [...buildReachConditions(reach, "run", params), wanted];
    const days = `SELECT DISTINCT day FROM run WHERE tenant = {tenant:String} AND ${wanted}`;
    return this.clickhouse.query<RunRow>({
      name: "runs.by_keys",
      sql: this.select(reach, { table: "run", conditions: [...conditions, `day IN (${days})`] }, params),
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
  }

  /** findOpenByKeys returns the open runs of these keys that lie within the reach, in no order. */
  async findOpenByKeys(reach: Reach, keys: readonly RunKey[]): Promise<RunRow[]> {
    if (keys.length === 0) return [];
    const params = new SqlParameters();
    const conditions = [...buildReachConditions(reach, "run", params), buildKeyCondition(keys, params)];
    return this.clickhouse.query<RunRow>({
      name: "runs.open_by_keys",
      sql: this.select(reach, { table: "open_run", conditions }, params),
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
  }

  /** findRelated returns other runs of the same client that share an id, entity or change, nearest ids first. */
  async findRelated(reach: Reach, run: RunView, first: number): Promise<RunRow[]> {
    const params = new SqlParameters();
    const ties = buildTies(run, params);
    const day = params.add("day", "Date", run.day);
    const near = `day >= ${day} - 31 AND day <= ${day} + 31 AND client = ${params.add("run_client", "String", run.client)} AND (${ties.join(" OR ")})`;
    const self = `NOT (workflow = ${params.add("run_workflow", "String", run.workflow)} AND run = ${params.add("run_id", "String", run.id)})`;
    const reachable = buildReachConditions(reach, "run", params);
    const candidates = `SELECT ${KEY} FROM run WHERE ${[...reachable, near].join(" AND ")} LIMIT 1000`;
    return this.clickhouse.query<RunRow>({
      name: "runs.related",
      sql: `${this.select(reach, { table: "run", conditions: [...reachable, near, self, `(${KEY}) IN (${candidates})`] }, params)}\nORDER BY ${ties.join(" DESC, ")} DESC, ${buildRunOrder("NEWEST", false)}\nLIMIT ${first}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
  }

  /** The keys of a page are found from narrow columns, and only their rows are read whole. */
  private findIn(
    reach: Reach,
    page: { question: RunQuestion; limit: number; now: Date; window?: DayWindow },
  ): Promise<ListedRun[]> {
    const { question, limit, now, window } = page;
    const params = new SqlParameters();
    const conditions = buildRunConditions(reach, question, now, params);
    if (question.after !== undefined)
      conditions.push(buildAfterCondition(question.after, params, reach.parts.promises !== undefined));
    if (window !== undefined) conditions.push(buildDayCondition(window, params));
    const hasPolicies = reach.parts.promises !== undefined;
    const order = buildRunOrder(question.order, hasPolicies);
    const table = chooseRunTable(question);
    const from = renderRunsFrom(reach, { table, conditions, needs: `${KEY} ${order}` }, params);
    const keys = `SELECT ${KEY} ${from}\n  ORDER BY ${order} LIMIT ${limit}`;
    const chosen = { table, conditions: ["tenant = {tenant:String}", `(${KEY}) IN (\n  ${keys})`] };
    const columns = `, ${buildRunOrderKey(question.order, hasPolicies)} AS orderKey`;
    return this.clickhouse.query<ListedRun>({
      name: `runs.page.${question.order.toLowerCase()}`,
      sql: `${this.select(reach, chosen, params, columns)}\nORDER BY ${order}\nLIMIT ${limit}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
  }

  /** The rows of a table with what is promised of them now. */
  private select(
    reach: Reach,
    rows: { table: string; conditions: readonly string[] },
    params: SqlParameters,
    columns = "",
  ): string {
    const hasPolicies = reach.parts.promises !== undefined;
    if (hasPolicies) params.addInstant("as_of", this.now());
    const select = buildRunColumns(hasPolicies) + columns;
    const from = renderRunsFrom(reach, { ...rows, needs: hasPolicies ? `${select} ${SLA_NEEDS}` : select }, params);
    return `SELECT ${select}\n${from}`;
  }
}

function buildKeyCondition(keys: readonly RunKey[], params: SqlParameters): string {
  const list = (column: keyof RunKey) =>
    params.addTexts(
      `key_${column}s`,
      keys.map((key) => key[column]),
    );
  return `run IN ${list("run")} AND (client, workflow, run) IN arrayZip(${list("client")}, ${list("workflow")}, ${list("run")})`;
}

/** What ties other runs to this one, nearest first. The id of an obligation is what joins it: often the id or correlation of what it waits for. */
function buildTies({ id, correlation, entity, change }: RunView, params: SqlParameters): string[] {
  const ties: string[] = [];
  const own = params.add("own_id", "String", id);
  if (correlation !== null) {
    const text = params.add("correlation", "String", correlation);
    ties.push(`correlation = ${text}`, `run = ${text}`);
  }
  ties.push(`correlation = ${own}`, `run = ${own}`);
  if (entity !== null && entity.id !== "")
    ties.push(
      `(entity_type = ${params.add("entity_type", "String", entity.type)} AND entity_id = ${params.add("entity_id", "String", entity.id)})`,
    );
  if (change !== null) ties.push(`change = ${params.add("change", "String", change)}`);
  return ties;
}

/** Only the newest-first order follows the days; others need every row of the range. */
function chooseWindows({ filter, order, range, hasIds, after }: RunQuestion): DayWindow[] | undefined {
  if (order !== "NEWEST" || range === null || hasIds || filter.path != null) return undefined;
  const afterAt = after === undefined ? undefined : new Date(`${after.at.replace(" ", "T")}Z`);
  const to = afterAt !== undefined && afterAt < range.to ? new Date(afterAt.getTime() + 1) : range.to;
  return buildDayWindows({ from: range.from, to });
}
