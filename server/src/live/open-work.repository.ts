import type { ClickHouse } from "@watchfloor/sql";
import { buildReachConditions } from "../metrics/compiler/build-reach-conditions.js";
import { SqlParameters } from "../metrics/compiler/sql-parameters.js";
import { openColumnWords } from "../metrics/compiler/open-column-words.js";
import { buildStateCondition, FAR, POLICY_PROMISE, SOURCE_PROMISE } from "../runs/build-state-condition.js";
import type { Reach } from "../scope/reach.js";
import type { OpenWork, OverdueWork, StoreWork } from "./open-work.js";

const MAX_SECONDS = 10;
const MAX_ROWS = 60_000;
/** Places listed of one group; more are only counted in words such as "in 6 regions". */
const MAX_PLACES = 2_000;

/** ChangeRef names a change of one workflow. */
export interface ChangeRef {
  readonly client: string;
  readonly workflow: string;
  readonly change: string;
  readonly firstDay: string;
}

/** OpenWorkRepository reads what is open now within a reach. */
export class OpenWorkRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** load reads every open run once and groups it by store and by obligation. */
  async load(reach: Reach, now: Date): Promise<OpenWork> {
    const params = new SqlParameters();
    const rows = await this.clickhouse.query<WorkRow>({
      name: "live.open_work",
      sql: compileOpenWork(reach, now, params),
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return { stores: rows.filter((row) => row.isStore === 1), overdue: rows.filter((row) => row.isStore === 0) };
  }

  /** countTargets returns how many targets each change has within the reach, by `renderChangeKey`. */
  async countTargets(reach: Reach, changes: readonly ChangeRef[]): Promise<ReadonlyMap<string, number>> {
    if (changes.length === 0) return new Map();
    const params = new SqlParameters();
    const texts = (column: "client" | "workflow" | "change") =>
      params.addTexts(
        `of_${column}s`,
        changes.map((change) => change[column]),
      );
    const firstDay = changes.reduce((first, change) => (change.firstDay < first ? change.firstDay : first), "9999");
    const conditions = [
      ...buildReachConditions(reach, "run", params),
      `day >= ${params.add("first_day", "Date", firstDay)} - 1`,
      `client IN ${texts("client")} AND workflow IN ${texts("workflow")} AND change IN ${texts("change")}`,
      `target != '' AND started_at < ${FAR}`,
    ];
    const rows = await this.clickhouse.query<{ client: string; workflow: string; change: string; targets: number }>({
      name: "live.expected_targets",
      sql: `SELECT client, workflow, change, count() AS targets\nFROM run FINAL\nWHERE ${conditions.join("\n  AND ")}\nGROUP BY client, workflow, change`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return new Map(rows.map((row) => [renderChangeKey(row), row.targets]));
  }
}

/** renderChangeKey is the identity of a change within a tenant as one text. */
export function renderChangeKey({
  client,
  workflow,
  change,
}: Pick<ChangeRef, "client" | "workflow" | "change">): string {
  return `${client}\0${workflow}\0${change}`;
}

type WorkRow = StoreWork & OverdueWork & { readonly isStore: 0 | 1 };

function compileOpenWork(reach: Reach, now: Date, params: SqlParameters): string {
  const conditions = [
    ...buildReachConditions(reach, "run", params),
    buildStateCondition("OPEN", now, params),
    `started_at <= ${params.addInstant("now", now)}`,
  ];
  const promise = reach.parts.promises === undefined ? SOURCE_PROMISE : POLICY_PROMISE;
  const isOverdue = buildStateCondition("OVERDUE", now, params, promise);
  const isAtRisk = buildStateCondition("AT_RISK", now, params, promise);
  const words = openColumnWords("run", reach.parts.promises, params);
  const columns = `day, client, workflow, run, store, store AS store_of, channel, partner, change, target, started_at, ${promise.due} AS broken_at, money, currency,
    ${isOverdue} AS is_overdue, ${isAtRisk} AS is_at_risk`;
  const places = (column: string, name: string) =>
    `groupUniqArrayIf(${MAX_PLACES})(${column}, is_overdue AND ${column} != '') AS ${name}`;
  return `SELECT client, store, workflow, change, currency, grouping(workflow) AS isStore,
  count() AS open, countIf(is_overdue) AS overdue, countIf(is_at_risk) AS atRisk, toFloat64(sumIf(money, is_overdue)) AS amount,
  toUnixTimestamp64Milli(minIf(broken_at, is_overdue)) AS oldestDueMs, toUnixTimestamp64Milli(maxIf(broken_at, is_overdue)) AS newestDueMs,
  argMinIf(run, (broken_at, run), is_overdue) AS oldestRun, toString(minIf(day, is_overdue)) AS firstDay,
  ${places("store_of", "stores")}, ${places("partner", "partners")}, ${places("channel", "channels")}, countIf(is_overdue AND target != '') AS targets
FROM (
  SELECT ${columns}
  ${words.renderFrom("open_run FINAL", conditions, columns).join("\n  ")})
GROUP BY GROUPING SETS ((client, store, currency), (client, workflow, change, currency))
HAVING isStore = 1 OR overdue > 0
ORDER BY isStore DESC, amount DESC
LIMIT ${MAX_ROWS}`;
}
