import type { ClickHouse } from "@watchfloor/sql";
import { buildReachConditions } from "../metrics/compiler/build-reach-conditions.js";
import { DERIVED_COLUMNS } from "../metrics/compiler/derived-columns.js";
import { SqlParameters } from "../metrics/compiler/sql-parameters.js";
import { buildReach, type Reach } from "../scope/reach.js";
import type { ChangeRow, GateRow, TargetRow } from "./promotion-row.js";

const MAX_SECONDS = 10;
const MAX_CHANGES = 500;
const MAX_GATES = 5_000;
/** MAX_TARGETS of one promotion that are listed. */
export const MAX_TARGETS = 10_000;
/** A promotion is published, and its gates are asked for, at most so long before it starts. */
const LEAD_DAYS = 60;
const FAR = "toDateTime64('2200-01-01 00:00:00', 3, 'UTC')";

const instant = (column: string) => `if(${column} < ${FAR}, toUnixTimestamp64Milli(${column}), NULL)`;
const NOW = "{as_of:DateTime64(3, 'UTC')}";
const HAS_ENDED = `finished_at < ${NOW}`;
const IS_LIVE = `(${HAS_ENDED} AND outcome = 'succeeded')`;
/** The same targets that the metrics of promotions count. */
const IS_TARGET = `(target != '' AND NOT (${HAS_ENDED} AND outcome = 'cancelled' AND finished_at <= due_at))`;
const IS_PROMOTION = DERIVED_COLUMNS.run["is_promotion"] ?? "";

/** PromotionWindow is which promotions are looked at: those that start in [from, to), as of now. */
export interface PromotionWindow {
  readonly from: Date;
  readonly to: Date;
  readonly now: Date;
}

/** ChangeKey names a promotion. */
export interface ChangeKey {
  readonly client: string;
  readonly change: string;
}

/** PromotionRepository reads promotions, their gates and their targets within a reach. */
export class PromotionRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** listChanges returns the published promotions of a window, or one of them whenever it starts. */
  listChanges(reach: Reach, window: PromotionWindow, only?: ChangeKey): Promise<ChangeRow[]> {
    const params = new SqlParameters();
    params.addInstant("as_of", window.now);
    const [from, to] = [params.addInstant("from", window.from), params.addInstant("to", window.to)];
    const chosen =
      only === undefined
        ? [`day >= toDate(${from}) - ${LEAD_DAYS}`, `day <= toDate(${to})`]
        : matchChanges([only], params);
    const conditions = [
      ...buildReachConditions(reach, "run", params),
      IS_PROMOTION,
      "change != ''",
      IS_TARGET,
      ...chosen,
    ];
    const having = only === undefined ? `HAVING max(due_at) >= ${from} AND min(due_at) < ${to}` : "";
    return this.clickhouse.query<ChangeRow>({
      name: "promotions.changes",
      sql: `SELECT client, change, any(chosen.workflow) AS workflow, anyLast(attributes['title']) AS title,
    any(entity_type) AS entityType, any(entity_id) AS entityId, max(entity_version) AS entityVersion,
    toUnixTimestamp64Milli(min(started_at)) AS publishedAtMs,
    if(countIf(due_at < ${FAR}) = 0, NULL, toUnixTimestamp64Milli(maxIf(due_at, due_at < ${FAR}))) AS startsAtMs,
    count() AS planned, countIf(${IS_LIVE}) AS live, countIf(${HAS_ENDED} AND outcome != 'succeeded') AS failed,
    arrayZip((sumMapIf([currency], [toFloat64(chosen.money)], NOT ${IS_LIVE} AND currency != '') AS sums).1, sums.2) AS money
FROM (SELECT * FROM run FINAL WHERE ${conditions.join("\n  AND ")}) AS chosen
GROUP BY client, change
${having}
ORDER BY startsAtMs DESC, client, change
LIMIT ${MAX_CHANGES}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
  }

  /** listGates returns the approvals and tasks of promotions: those that name one or its entity, and those that announce one not published yet. */
  listGates(
    reach: Reach,
    window: PromotionWindow,
    changes: readonly Pick<ChangeRow, "change" | "entityType" | "entityId">[],
  ): Promise<GateRow[]> {
    const params = new SqlParameters();
    const wanted = params.addTexts(
      "changes",
      changes.map(({ change }) => change),
    );
    const types = params.addTexts(
      "entity_types",
      changes.map(({ entityType }) => entityType),
    );
    const ids = params.addTexts(
      "entity_ids",
      changes.map(({ entityId }) => entityId),
    );
    const [from, to] = [params.addInstant("from", window.from), params.addInstant("to", window.to)];
    const conditions = [
      ...buildReachConditions(keepClientsOnly(reach), "run", params),
      "target = ''",
      "kind IN ('approval', 'task')",
      `day >= toDate(${from}) - ${LEAD_DAYS}`,
      `day <= toDate(${to})`,
      `(change IN ${wanted} OR (entity_id != '' AND (entity_type, entity_id) IN arrayZip(${types}, ${ids})) OR (entity_type = 'promotion' AND attributes['launchAt'] != ''))`,
    ];
    return this.clickhouse.query<GateRow>({
      name: "promotions.gates",
      sql: `SELECT client, workflow, run, kind, change, entity_type AS entityType, entity_id AS entityId,
    ${instant("due_at")} AS dueAtMs, ${instant("finished_at")} AS finishedAtMs, outcome, error_code AS errorCode,
    attributes['title'] AS title, attributes['launchAt'] AS launchAt
FROM run FINAL
WHERE ${conditions.join("\n  AND ")}
ORDER BY due_at, client, workflow, run
LIMIT ${MAX_GATES}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
  }

  /** listTargets returns the targets of promotions, those that miss them only when told, at most `perChange` of each. */
  listTargets(
    reach: Reach,
    asked: { changes: readonly ChangeKey[]; now: Date; isMissingOnly: boolean; perChange: number },
  ): Promise<TargetRow[]> {
    if (asked.changes.length === 0) return Promise.resolve([]);
    const params = new SqlParameters();
    params.addInstant("as_of", asked.now);
    const conditions = [
      ...buildReachConditions(reach, "run", params),
      ...matchChanges(asked.changes, params),
      IS_TARGET,
      ...(asked.isMissingOnly ? [`NOT ${IS_LIVE}`] : []),
    ];
    return this.clickhouse.query<TargetRow>({
      name: "promotions.targets",
      sql: `SELECT client, change, run, store, channel, partner, target, ${instant("due_at")} AS dueAtMs,
    if(${HAS_ENDED}, toUnixTimestamp64Milli(finished_at), NULL) AS finishedAtMs, if(${HAS_ENDED}, chosen.outcome, '') AS outcome,
    error_code AS errorCode, error_message AS errorMessage, mismatched_at < ${FAR} AND NOT (${HAS_ENDED}) AS isOutdated
FROM (SELECT *, ${IS_LIVE} AS is_live FROM run FINAL WHERE ${conditions.join("\n  AND ")}) AS chosen
ORDER BY client, change, is_live, store, channel, partner, run
LIMIT ${asked.perChange} BY client, change
LIMIT ${MAX_TARGETS}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
  }
}

function matchChanges(changes: readonly ChangeKey[], params: SqlParameters): string[] {
  const ids = params.addTexts(
    "change_ids",
    changes.map(({ change }) => change),
  );
  const clients = params.addTexts(
    "change_clients",
    changes.map(({ client }) => client),
  );
  return [`change IN ${ids}`, `(client, change) IN arrayZip(${clients}, ${ids})`];
}

/** The filter chooses targets; a gate has no store, and is seen by whoever the scope lets see it. */
function keepClientsOnly(reach: Reach): Reach {
  return buildReach({
    ...reach.parts,
    filter: { clients: reach.parts.filter.clients ?? null },
    filterRegionStores: null,
  });
}
