import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NestFactory } from "@nestjs/core";
import { GraphQLSchemaHost } from "@nestjs/graphql";
import { FastifyAdapter } from "@nestjs/platform-fastify";
import { migratePostgres, openEmbeddedClickHouse, openEmbeddedPostgres } from "@watchfloor/sql";
import { lexicographicSortSchema, printSchema } from "graphql";
import pino from "pino";
import { buildAppModule } from "./build-app-module.js";

const FILE = new URL("../../schema.graphql", import.meta.url);

describe("server/schema.graphql", () => {
  it("is the schema that the code serves (UPDATE_SCHEMA=1 writes it anew)", async () => {
    const directory = mkdtempSync(join(tmpdir(), "watchfloor-schema-"));
    const clickhouse = openEmbeddedClickHouse(directory);
    const postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    const module = buildAppModule({
      host: "127.0.0.1",
      port: 0,
      clickhouse,
      postgres,
      now: () => new Date(),
      isDemo: false,
      tenant: "schema",
      authSecret: "s".repeat(43),
      webDirectory: undefined,
      logger: pino({ level: "silent" }),
    });
    const app = await NestFactory.create(module, new FastifyAdapter(), { logger: false });
    await app.init();
    const schema = `${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`;
    await app.close();
    await clickhouse.close();
    await postgres.close();
    rmSync(directory, { recursive: true, force: true });
    if (process.env["UPDATE_SCHEMA"] === "1") writeFileSync(FILE, schema);
    expect(schema).toBe(readFileSync(FILE, "utf8"));
  }, 60_000);
});
