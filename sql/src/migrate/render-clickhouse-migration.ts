/**
 * renderClickHouseMigration turns one migration file into the statements for a single node or a cluster.
 * In a cluster each table becomes a replicated `<name>_local` and a Distributed `<name>` over it, sharded so that all
 * rows of one client are on one shard (FINAL and folds never cross shards).
 */
export function renderClickHouseMigration(text: string, cluster: string | undefined): string[] {
  return splitStatements(text).flatMap((statement) =>
    cluster === undefined ? [renderSingleNode(statement)] : renderCluster(statement, cluster),
  );
}

const CREATE_TABLE = /CREATE TABLE (\w+) \{on_cluster\}/;
const ENGINE = /\{engine:(\w+)(?:\(([^)]*)\))?\}/;

function splitStatements(text: string): string[] {
  const withoutComments = text.replace(/^\s*--.*$/gm, "");
  return withoutComments
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}

function renderSingleNode(statement: string): string {
  return statement
    .replace(/ ?\{on_cluster\}/, "")
    .replace(
      ENGINE,
      (_, engine: string, args: string | undefined) => `${engine}${args === undefined ? "" : `(${args})`}`,
    );
}

function renderCluster(statement: string, cluster: string): string[] {
  const table = CREATE_TABLE.exec(statement)?.[1];
  const onCluster = `ON CLUSTER '${cluster}'`;
  if (table === undefined) return renderClusterChange(statement, onCluster);
  const path = "'/clickhouse/tables/{shard}/{database}/{table}', '{replica}'";
  const local = statement
    .replace(CREATE_TABLE, `CREATE TABLE ${table}_local ${onCluster}`)
    .replace(
      ENGINE,
      (_, engine: string, args: string | undefined) =>
        `Replicated${engine}(${args === undefined ? path : `${path}, ${args}`})`,
    );
  const shardBy = /^\s*client\s/m.test(statement) ? "cityHash64(tenant, client)" : "cityHash64(tenant)";
  return [
    local,
    `CREATE TABLE ${table} ${onCluster} AS ${table}_local ENGINE = Distributed('${cluster}', currentDatabase(), ${table}_local, ${shardBy})`,
  ];
}

/** Columns belong to both tables, what concerns rows only to the one that holds them. */
function renderClusterChange(statement: string, onCluster: string): string[] {
  const local = statement.replace(/^ALTER TABLE (\w+) \{on_cluster\}/, `ALTER TABLE $1_local ${onCluster}`);
  return / ADD COLUMN /.test(statement) ? [local, statement.replace("{on_cluster}", onCluster)] : [local];
}
