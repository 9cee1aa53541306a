import { renderClickHouseMigration } from "./render-clickhouse-migration.js";

const FILE = `-- why; with a semicolon
CREATE TABLE thing {on_cluster}
(
    tenant String,
    client String
)
ENGINE = {engine:ReplacingMergeTree(version)}
ORDER BY (tenant, client);

CREATE TABLE plain {on_cluster}
(
    tenant String
)
ENGINE = {engine:AggregatingMergeTree}
ORDER BY tenant;
`;

describe("renderClickHouseMigration", () => {
  it("writes plain tables for a single node", () => {
    expect(renderClickHouseMigration(FILE, undefined)).toEqual([
      "CREATE TABLE thing\n(\n    tenant String,\n    client String\n)\nENGINE = ReplacingMergeTree(version)\nORDER BY (tenant, client)",
      "CREATE TABLE plain\n(\n    tenant String\n)\nENGINE = AggregatingMergeTree\nORDER BY tenant",
    ]);
  });

  it("changes the tables that hold the rows, not the Distributed ones over them", () => {
    const text = "ALTER TABLE thing {on_cluster} ADD INDEX at toDate32(at) TYPE set(64) GRANULARITY 1;";
    expect(renderClickHouseMigration(text, undefined)).toEqual([
      "ALTER TABLE thing ADD INDEX at toDate32(at) TYPE set(64) GRANULARITY 1",
    ]);
    expect(renderClickHouseMigration(text, "main")).toEqual([
      "ALTER TABLE thing_local ON CLUSTER 'main' ADD INDEX at toDate32(at) TYPE set(64) GRANULARITY 1",
    ]);
  });

  it("writes a replicated table and a Distributed one over it for a cluster, from the same file", () => {
    expect(renderClickHouseMigration(FILE, "main")).toEqual([
      "CREATE TABLE thing_local ON CLUSTER 'main'\n(\n    tenant String,\n    client String\n)\n" +
        "ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/{table}', '{replica}', version)\nORDER BY (tenant, client)",
      "CREATE TABLE thing ON CLUSTER 'main' AS thing_local ENGINE = Distributed('main', currentDatabase(), thing_local, cityHash64(tenant, client))",
      "CREATE TABLE plain_local ON CLUSTER 'main'\n(\n    tenant String\n)\n" +
        "ENGINE = ReplicatedAggregatingMergeTree('/clickhouse/tables/{shard}/{database}/{table}', '{replica}')\nORDER BY tenant",
      "CREATE TABLE plain ON CLUSTER 'main' AS plain_local ENGINE = Distributed('main', currentDatabase(), plain_local, cityHash64(tenant))",
    ]);
  });
});
