import { resolve } from "node:path";
import { ESLint, type Linter } from "eslint";

const ROOT = resolve(import.meta.dirname, "../..");

/** The rules that need the types of a whole program look for the snippet in the program and cannot find it. */
const WITHOUT_TYPES: Linter.Config = {
  files: ["**/*.ts", "**/*.tsx"],
  languageOptions: { parserOptions: { project: null } },
  rules: {
    "@typescript-eslint/no-floating-promises": "off",
    "@typescript-eslint/no-misused-promises": "off",
    "@typescript-eslint/await-thenable": "off",
    "@typescript-eslint/switch-exhaustiveness-check": "off",
  },
};

const eslint = new ESLint({ cwd: ROOT, overrideConfig: WITHOUT_TYPES });

async function lint(place: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath: resolve(ROOT, place) });
  return results.flatMap((result) => result.messages.map((message) => message.ruleId ?? message.message));
}

const long = (lines: number) =>
  Array.from({ length: lines }, (_, line) => `export const a${line} = ${line};`).join("\n");
const body = (lines: number) => Array.from({ length: lines }, () => "  a();").join("\n");

describe("lint rules", () => {
  it.each<[string, string, string]>([
    // Workspace borders
    ["watchfloor/workspace-borders", "sql/src/a.ts", 'import { a } from "@watchfloor/dashboards";'],
    ["watchfloor/workspace-borders", "dashboards/src/a.ts", 'import { a } from "@watchfloor/sql";'],
    ["watchfloor/workspace-borders", "ingestion/src/a.ts", 'import { a } from "@watchfloor/server";'],
    ["watchfloor/workspace-borders", "server/src/a.ts", 'import { a } from "@watchfloor/ingestion";'],
    ["watchfloor/workspace-borders", "server/src/a.ts", 'import { a } from "../../ingestion/src/index.js";'],
    ["watchfloor/workspace-borders", "server/src/a.ts", 'import { a } from "../../sql/src/index.js";'],
    ["watchfloor/workspace-borders", "server/src/a.ts", 'import { a } from "@watchfloor/sql/dist/rows/far-future.js";'],
    ["watchfloor/workspace-borders", "server/src/a.ts", 'import { a } from "@watchfloor/sql/testing";'],
    ["watchfloor/workspace-borders", "server/src/a.int-spec.ts", 'import { a } from "../../sql/src/testing.js";'],
    ["watchfloor/workspace-borders", "e2e/chaos/a.ts", 'import { a } from "@watchfloor/sql/src/testing.js";'],
    ["watchfloor/workspace-borders", "web/src/a.ts", 'import { a } from "@watchfloor/server";'],
    ["watchfloor/workspace-borders", "web/src/a.ts", 'export const a = await import("../../server/src/index.js");'],
    ["watchfloor/workspace-borders", "server/src/a.ts", 'import { a } from "../../start.js";'],
    // One home each
    ["watchfloor/import-homes", "server/src/a.ts", 'import { createClient } from "@clickhouse/client";'],
    ["watchfloor/import-homes", "ingestion/src/a.ts", 'import { drainPending } from "chdb";'],
    ["watchfloor/import-homes", "sql/src/rows/a.ts", 'import pg from "pg";'],
    ["watchfloor/import-homes", "server/src/a.ts", 'import { PGlite } from "@electric-sql/pglite";'],
    ["watchfloor/import-homes", "server/src/a.ts", 'import { drizzle } from "drizzle-orm/node-postgres";'],
    ["watchfloor/import-homes", "ingestion/src/a.ts", 'import { eq } from "drizzle-orm";'],
    ["watchfloor/import-homes", "web/src/features/live/a.tsx", 'import { LineChart } from "recharts";'],
    ["watchfloor/import-homes", "ingestion/src/a.ts", 'import { Module } from "@nestjs/common";'],
    ["watchfloor/import-homes", "ingestion/src/a.ts", 'import { parse } from "graphql";'],
    ["watchfloor/import-homes", "server/src/metrics/a.ts", 'import { betterAuth } from "better-auth";'],
    ["no-restricted-syntax", "server/src/a.ts", "export const a = process.env.PORT;"],
    ["no-restricted-syntax", "server/src/a.ts", 'export const a = process.env["PORT"];'],
    ["no-restricted-syntax", "server/src/a.ts", "export const a = Date.now();"],
    ["no-restricted-syntax", "web/src/a.ts", "export const a = new Date();"],
    ["no-restricted-syntax", "server/src/a.ts", "export const a = DateTime.utc();"],
    // Pure files
    ["watchfloor/pure-files", "server/src/metrics/a.ts", 'import { readFileSync } from "node:fs";'],
    ["watchfloor/pure-files", "server/src/scope/a.ts", 'import { Injectable } from "@nestjs/common";'],
    ["watchfloor/pure-files", "ingestion/src/resolve/a.ts", 'import { createServer } from "node:http";'],
    ["watchfloor/pure-files", "web/src/format/a.ts", 'import { useState } from "react";'],
    // Names
    ["watchfloor/room-names", "server/src/utils/a.ts", "export const a = 1;"],
    ["watchfloor/room-names", "server/src/metrics/types.ts", "export const types = 1;"],
    ["watchfloor/room-names", "server/src/metrics/MetricQuery.ts", "export const MetricQuery = 1;"],
    ["watchfloor/room-names", "server/src/metrics/metric_query.ts", "export const metricQuery = 1;"],
    ["watchfloor/export-names", "server/src/metrics/compile-query.ts", "export const runReport = 1;"],
    ["watchfloor/export-names", "server/src/metrics/metrics.ts", 'export * from "./a.js";'],
    // Doc sentences and comments
    ["watchfloor/doc-sentence", "server/src/metrics/a.ts", "export function a(): number { return 1; }"],
    ["no-warning-comments", "server/src/metrics/a.ts", "export const a = 1; // TODO later"],
    // Types
    ["@typescript-eslint/no-explicit-any", "server/src/a.ts", "export const a: any = 1;"],
    ["no-restricted-syntax", "server/src/a.ts", "export const a = b!;"],
    ["watchfloor/silencing-as", "server/src/a.ts", "export const a = b as unknown as string;"],
    ["watchfloor/silencing-as", "server/src/a.ts", "export const a = b as never;"],
    ["@typescript-eslint/ban-ts-comment", "server/src/a.ts", "// @ts-ignore\nexport const a = b;"],
    // Habits
    ["no-console", "server/src/a.ts", 'console.log("a");'],
    ["no-empty", "server/src/a.ts", "try { a(); } catch {}"],
    ["watchfloor/left-out-tests", "server/src/a.spec.ts", 'it.skip("a", () => {});'],
    ["watchfloor/left-out-tests", "server/src/a.spec.ts", 'describe.only("a", () => {});'],
    ["watchfloor/left-out-tests", "server/src/a.spec.ts", 'xit("a", () => {});'],
    [
      "watchfloor/left-out-tests",
      "server/src/a.spec.ts",
      'const run = isServed ? describe : describe.skip; run("a", () => {});',
    ],
    ["react-hooks/rules-of-hooks", "web/src/a.tsx", "export function A({ on }) { if (on) useState(1); return null; }"],
    // Sizes
    ["max-lines", "server/src/a.ts", long(301)],
    ["max-lines", "server/src/a.spec.ts", long(501)],
    ["max-lines-per-function", "server/src/a.ts", `function b() {\n${body(40)}\n}`],
    ["max-lines-per-function", "web/src/a.tsx", `function B() {\n${body(150)}\n}`],
  ])("%s (%s)", async (rule, place, code) => {
    expect(new Set(await lint(place, code))).toEqual(new Set([rule]));
  });

  it.each<[string, string]>([
    ["server/src/live/testing/a.ts", 'import { open } from "@watchfloor/sql/testing";\nexport const a = open;'],
    ["ingestion/src/a.ts", 'import { openClickHouse } from "@watchfloor/sql";\nexport const a = openClickHouse;'],
    [
      "start.ts",
      'import { a } from "@watchfloor/ingestion";\nimport { b } from "@watchfloor/server";\na(b, process.env, Date.now());',
    ],
    ["sql/src/clickhouse/a.ts", 'import { createClient } from "@clickhouse/client";\nexport const a = createClient;'],
    ["sql/src/postgres/a.ts", 'import pg from "pg";\nexport const a = pg;'],
    ["server/src/identity/people.repository.ts", 'import { eq } from "drizzle-orm";\nexport const people = eq;'],
    ["web/src/charts/a.tsx", 'import { LineChart } from "recharts";\nexport const a = LineChart;'],
    [
      "server/src/metrics/metric-query.service.ts",
      'import { Injectable } from "@nestjs/common";\nexport const MetricQueryService = Injectable;',
    ],
    [
      "server/src/metrics/graphql/metric.type.ts",
      'import { ObjectType } from "@nestjs/graphql";\nexport const Metric = ObjectType;',
    ],
    [
      "server/src/metrics/compile-query.ts",
      "/** compileQuery returns text. */\nexport function compileQuery(): string {\n  return new Date(0).toISOString();\n}",
    ],
    [
      "server/src/a.ts",
      "// NOTE: the library types its connection twice; the contract is the same one.\nexport const a = b as unknown as string;",
    ],
    ["server/src/a.ts", "export const a = b as { rows: string[] };"],
    [
      "web/src/time-range/read-clock.ts",
      "/** readClock returns now. */\nexport function readClock() {\n  return new Date();\n}",
    ],
    ["server/src/a.spec.ts", `describe("a", () => {\n${body(200)}\n  expect(new Date()).toBe(process.env);\n});`],
    ["web/src/a.tsx", `function B() {\n${body(140)}\n}\nB();`],
    ["sql/src/index.ts", 'export { a } from "./a.js";'],
  ])("honest code in %s", async (place, code) => {
    expect(await lint(place, code)).toEqual([]);
  });

  it("names the replacement in every message of its own", async () => {
    const results = await eslint.lintText('import { createClient } from "@clickhouse/client";', {
      filePath: resolve(ROOT, "server/src/a.ts"),
    });
    expect(results[0]?.messages[0]?.message).toBe(
      "`@clickhouse/client` has one home: take a `ClickHouse` from @watchfloor/sql (openClickHouse); the client lives in sql/src/clickhouse only.",
    );
  });
});
