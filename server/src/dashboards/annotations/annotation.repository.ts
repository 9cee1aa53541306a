import type { ClickHouse } from "@watchfloor/sql";
import { buildReachConditions } from "../../metrics/compiler/build-reach-conditions.js";
import { DERIVED_COLUMNS } from "../../metrics/compiler/derived-columns.js";
import { SqlParameters } from "../../metrics/compiler/sql-parameters.js";
import type { Reach } from "../../scope/reach.js";
import type { Annotation } from "./annotation.js";

const MAX_SECONDS = 10;
/** The same runs that the metrics of promotions count. */
const IS_PROMOTION = DERIVED_COLUMNS.run["is_promotion"] ?? "";
/** A version is new when none of its runs began in this time before the range. */
const KNOWN_FOR_DAYS = 35;

interface Range {
  readonly from: Date;
  readonly to: Date;
  readonly limit: number;
}

interface FoundRow {
  readonly client: string;
  readonly workflow: string;
  readonly id: string;
  readonly title: string;
  readonly targets: number;
  readonly atMs: number;
}

/** A name of its own: an alias named like the column would stand in its conditions. */
interface LaunchRow extends Omit<FoundRow, "workflow"> {
  readonly family: string;
}

/** AnnotationRepository finds what happened in the runs of a reach. */
export class AnnotationRepository {
  constructor(private readonly clickhouse: ClickHouse) {}

  /** findLaunches returns the promotions published in a range, those with the most targets; a change that names no target is none. */
  async findLaunches(reach: Reach, range: Range): Promise<Annotation[]> {
    const params = new SqlParameters();
    const conditions = [...buildReachConditions(reach, "run", params), ...buildRange(range, params)];
    const rows = await this.clickhouse.query<LaunchRow>({
      name: "annotations.launches",
      sql: `SELECT client, change AS id, any(run.workflow) AS family, anyIf(attributes['title'], attributes['title'] != '') AS title,
    uniqExact(target) AS targets, toUnixTimestamp64Milli(min(run.started_at)) AS atMs
FROM run FINAL
WHERE ${conditions.join("\n  AND ")}
  AND change != '' AND target != '' AND ${IS_PROMOTION}
GROUP BY client, change
ORDER BY targets DESC, atMs DESC
LIMIT ${range.limit}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return rows.map((row) => {
      const places = row.targets === 1 ? "1 place" : `${row.targets} places`;
      return build(
        "PROMOTION",
        { ...row, workflow: row.family },
        `${row.title === "" ? row.id : row.title}, ${places}`,
      );
    });
  }

  /** findReleases returns the versions of workflows whose first run began in a range. */
  async findReleases(reach: Reach, range: Range): Promise<Annotation[]> {
    const params = new SqlParameters();
    const known = new Date(range.from.getTime() - KNOWN_FOR_DAYS * 86_400_000);
    const conditions = [
      ...buildReachConditions(reach, "run", params),
      ...buildRange({ ...range, from: known }, params),
    ];
    const rows = await this.clickhouse.query<FoundRow>({
      name: "annotations.releases",
      sql: `SELECT client, workflow, workflow_version AS id, '' AS title, 1 AS targets, toUnixTimestamp64Milli(min(run.started_at)) AS atMs
FROM run FINAL
WHERE ${conditions.join("\n  AND ")}
  AND workflow_version != ''
GROUP BY client, workflow, workflow_version
HAVING min(run.started_at) >= ${params.addInstant("begin", range.from)}
ORDER BY atMs DESC
LIMIT ${range.limit}`,
      params: params.values,
      maxSeconds: MAX_SECONDS,
    });
    return rows.map((row) => build("RELEASE", row, `${row.workflow} ${row.id}`));
  }
}

/** Runs are kept by the day of their start, so the days leave most of them out. */
function buildRange({ from, to }: Pick<Range, "from" | "to">, params: SqlParameters): string[] {
  const [first, last] = [params.addInstant("from", from), params.addInstant("to", to)];
  return [`started_at >= ${first}`, `started_at < ${last}`, `day >= toDate(${first})`, `day <= toDate(${last})`];
}

function build(kind: Annotation["kind"], { client, workflow, id, atMs }: FoundRow, title: string): Annotation {
  return { kind, at: new Date(Number(atMs)), until: null, title, client, workflow, id };
}
