import type { ClickHouse } from "@watchfloor/sql";
import { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { Reach } from "../../scope/reach.js";
import { buildStateCondition, FAR, POLICY_PROMISE, SOURCE_PROMISE } from "../build-state-condition.js";
import { RUN_STATES } from "../run-words.js";
import { buildRunConditions } from "./build-run-conditions.js";
import type { RunQuestion } from "./check-run-question.js";
import { chooseRunTable } from "./choose-run-table.js";
import { renderRunsFrom } from "./render-runs-from.js";
import type { RunFacet, RunFacetName } from "./run-facets.js";

const MAX_SECONDS = 10;
/** A list is for people; how many more than this there are changes nothing they do. */
const MAX_COUNT = 100_000;
const MAX_VALUES = 20;

const FACETS: readonly { readonly facet: RunFacetName; readonly columns: string; readonly isOfClient: boolean }[] = [
  { facet: "OUTCOME", columns: "outcome", isOfClient: false },
  { facet: "WORKFLOW", columns: "workflow", isOfClient: true },
  { facet: "ERROR_CLASS", columns: "error_class", isOfClient: false },
  { facet: "STORE", columns: "store", isOfClient: true },
  { facet: "CHANNEL", columns: "channel", isOfClient: true },
  { facet: "PARTNER", columns: "partner", isOfClient: true },
  { facet: "WORKFLOW_VERSION", columns: "workflow_version", isOfClient: false },
];
const COLUMNS = FACETS.map(({ columns }) => columns).join(", ");

/** RunCountRepository counts the runs of a list within a reach. */
export class RunCountRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** count returns how many runs a question has, at most 100,000. */
  async count(reach: Reach, question: RunQuestion, now: Date): Promise<number> {
    const params = new SqlParameters();
    const conditions = buildRunConditions(reach, question, now, params);
    const from = renderRunsFrom(reach, { table: chooseRunTable(question), conditions, needs: "" }, params);
    const [row] = await this.clickhouse.query<{ total: number }>({
      name: "runs.count",
      sql: `SELECT count() AS total FROM (SELECT 1 ${from} LIMIT ${MAX_COUNT})`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return row?.total ?? 0;
  }

  /** countFacets counts the first 100,000 runs of a question by state and by what they have, at most 20 values each. */
  async countFacets(reach: Reach, question: RunQuestion, now: Date): Promise<RunFacet[]> {
    const [open, rows] = await Promise.all([
      this.countOpen(reach, question, now),
      this.countValues(reach, question, now),
    ]);
    return shapeFacets(open, rows);
  }

  private countValues(reach: Reach, question: RunQuestion, now: Date): Promise<FacetRow[]> {
    const params = new SqlParameters();
    const conditions = buildRunConditions(reach, question, now, params);
    const from = renderRunsFrom(
      reach,
      { table: chooseRunTable(question), conditions, needs: `${COLUMNS} client finished_at` },
      params,
    );
    const sets = FACETS.map(({ columns, isOfClient }) => `(${isOfClient ? "client, " : ""}${columns})`);
    const shown = FACETS.map(({ columns }) => `grouping(${columns}) = 0, CAST(${columns}, 'String')`).join(", ");
    const which = FACETS.map(({ facet, columns }) => `grouping(${columns}) = 0, '${facet}'`).join(", ");
    return this.clickhouse.query<FacetRow>({
      name: "runs.facets",
      sql: `SELECT multiIf(${which}, 'STATE') AS facet, multiIf(${shown}, '') AS value, if(grouping(client) = 0, CAST(client, 'String'), '') AS ofClient,
  count() AS rows, countIf(is_finished) AS finished
FROM (SELECT client, ${COLUMNS}, finished_at < ${FAR} AS is_finished\n${from}\nLIMIT ${MAX_COUNT})
GROUP BY GROUPING SETS (${sets.join(", ")}, ())
ORDER BY facet, rows DESC, value, ofClient
LIMIT ${MAX_VALUES + 1} BY facet`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
  }

  /** What is promised is looked at of open runs alone: they are few, and the state of the others is that they ended. */
  private async countOpen(reach: Reach, question: RunQuestion, now: Date): Promise<OpenCounts> {
    const { states, path } = question.filter;
    if (path != null || (states != null && !states.some((state) => state !== "FINISHED"))) return NONE_OPEN;
    const params = new SqlParameters();
    const promise = reach.parts.promises === undefined ? SOURCE_PROMISE : POLICY_PROMISE;
    const conditions = [...buildRunConditions(reach, question, now, params), `finished_at = ${FAR}`];
    const [overdue, risk] = (["OVERDUE", "AT_RISK"] as const).map((state) =>
      buildStateCondition(state, now, params, promise),
    );
    const from = renderRunsFrom(reach, { table: "open_run", conditions, needs: `${overdue} ${risk}` }, params);
    const [row] = await this.clickhouse.query<OpenCounts>({
      name: "runs.facets.open",
      sql: `SELECT count() AS OPEN, countIf(is_overdue) AS OVERDUE, countIf(is_risk) AS AT_RISK
FROM (SELECT ${overdue} AS is_overdue, ${risk} AS is_risk\n${from}\nLIMIT ${MAX_COUNT})`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return row ?? NONE_OPEN;
  }
}

interface OpenCounts {
  readonly OPEN: number;
  readonly OVERDUE: number;
  readonly AT_RISK: number;
}

const NONE_OPEN: OpenCounts = { OPEN: 0, OVERDUE: 0, AT_RISK: 0 };

interface FacetRow {
  readonly facet: RunFacetName;
  readonly value: string;
  readonly ofClient: string;
  readonly rows: number;
  readonly finished: number;
}

function shapeFacets(open: OpenCounts, rows: readonly FacetRow[]): RunFacet[] {
  const counts = { ...open, FINISHED: rows.find(({ facet }) => facet === "STATE")?.finished ?? 0 };
  const states = RUN_STATES.flatMap((id) => (counts[id] === 0 ? [] : [{ id, client: null, count: counts[id] }]));
  return [
    { facet: "STATE", values: states },
    ...FACETS.map(({ facet }) => ({
      facet,
      values: rows
        .filter((row) => row.facet === facet && row.value !== "")
        .slice(0, MAX_VALUES)
        .map(({ value, ofClient, rows: count }) => ({
          ...{ id: facet === "OUTCOME" ? value.toUpperCase() : value, count },
          client: ofClient === "" ? null : ofClient,
        })),
    })),
  ];
}
