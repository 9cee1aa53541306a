import type { ClickHouse } from "@watchfloor/sql";
import { subjectKey, type Subject } from "../resolve/fold-part.js";
import type { Contributions } from "./contribution.js";

/** Runs looked up by one query. */
const LOOK_UP_SIZE = 5_000;

const LISTED = `
SELECT DISTINCT client, workflow, run FROM open_run
WHERE tenant = {tenant:String}
  AND (client, workflow, run) IN (SELECT arrayJoin(arrayZip({clients:Array(String)}, {workflows:Array(String)}, {runs:Array(String)})))`;

/** FindListedRuns gives the keys of the runs among contributions that stand in `open_run`. */
export type FindListedRuns = (contributions: Contributions) => Promise<ReadonlySet<string>>;

/**
 * buildFindListedRuns looks runs up in `open_run`. A replay serves runs again that ended long ago: put among the open ones, a year of them
 * would slow down every question about now until they are swept.
 */
export function buildFindListedRuns(clickhouse: ClickHouse): FindListedRuns {
  return async (contributions) => {
    const found = new Set<string>();
    for (const [tenant, subjects] of groupByTenant(contributions))
      for (let from = 0; from < subjects.length; from += LOOK_UP_SIZE) {
        const some = subjects.slice(from, from + LOOK_UP_SIZE);
        const rows = await clickhouse.query<{ client: string; workflow: string; run: string }>({
          name: "ingestion.open_run.listed",
          sql: LISTED,
          params: {
            tenant,
            clients: some.map(({ client }) => client),
            workflows: some.map(({ workflow }) => workflow),
            runs: some.map(({ id }) => id),
          },
          mustSeeAll: true,
        });
        for (const { client, workflow, run } of rows)
          found.add(subjectKey({ tenant, kind: "run", client, workflow, id: run }));
      }
    return found;
  };
}

function groupByTenant(contributions: Contributions): Map<string, Subject[]> {
  const groups = new Map<string, Subject[]>();
  for (const { subject } of contributions.values()) {
    if (subject.kind !== "run") continue;
    const group = groups.get(subject.tenant);
    if (group === undefined) groups.set(subject.tenant, [subject]);
    else group.push(subject);
  }
  return groups;
}
