import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ClickHouse } from "@watchfloor/sql";
import { openMigratedClickHouse } from "@watchfloor/sql/testing";
import { buildReach, type Reach } from "../../scope/reach.js";
import { buildScope } from "../../scope/scope.js";
import { GOLDEN_QUESTIONS, compileGolden } from "../testing/golden-questions.js";
import { METRIC_CATALOG, readTerms } from "../metric-catalog.js";
import { compileFlow } from "./compile-flow.js";

/** Of the sources: what is written anew is reviewed there. */
const GOLDEN = fileURLToPath(new URL("../../../src/metrics/compiler/golden/", import.meta.url));

describe("compiled SQL", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-golden-"));
  let clickhouse: ClickHouse;

  beforeAll(async () => {
    clickhouse = await openMigratedClickHouse(directory, new Date("2026-01-01T00:00:00Z"));
  });
  afterAll(async () => {
    await clickhouse.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it.each(GOLDEN_QUESTIONS.map((question) => question.name))(
    "%s is as reviewed, and the engine takes it",
    async (name) => {
      const statements = compileGolden(name);
      const file = join(GOLDEN, `${name}.sql`);
      const text = statements.map((statement) => `-- ${statement.name}\n${statement.sql};\n`).join("\n");
      if (!existsSync(file)) {
        // To accept a change, delete the file, run this and review what was written.
        writeFileSync(file, text);
        throw new Error(`${file} was missing and is written now: review it and run again.`);
      }
      expect(text).toBe(readFileSync(file, "utf8"));
      for (const statement of statements) await expect(clickhouse.query(statement)).resolves.toBeInstanceOf(Array);
    },
  );

  it("holds no value of a question, only typed parameters", () => {
    for (const { name } of GOLDEN_QUESTIONS) {
      for (const statement of compileGolden(name)) expect(statement.sql).not.toMatch(/hostile|tenant-1|2026-0/);
    }
  });

  it("covers every metric of the catalogue that has terms of its own", () => {
    const asked = new Set(GOLDEN_QUESTIONS.flatMap(({ metrics }) => metrics));
    const missing = METRIC_CATALOG.filter((metric) => readTerms(metric).length > 0 && !asked.has(metric.id));
    expect(missing.map((metric) => metric.id)).toEqual([]);
  });

  it("is not built without a scope", () => {
    const question = {
      source: "run",
      at: "started_at",
      columns: [],
      dimensions: [],
      attributes: [],
      from: new Date(0),
      asOf: new Date(1),
      bounds: undefined,
      isMoney: false,
    } as const;
    const scope = buildScope({ tenant: "t", role: "viewer", subjectId: "p" });
    const parts = {
      scope,
      stores: null,
      channels: null,
      partners: null,
      filterRegionStores: null,
      filter: {},
      regionOfStore: [],
    };
    expect(compileFlow(buildReach(parts), question).sql).toContain("tenant = {tenant:String}");
    // @ts-expect-error a reach cannot be written down
    const literal: Reach = { parts };
    expect(() => compileFlow(literal, question)).toThrow("scope");
    // @ts-expect-error nor made of a scope that was written down
    expect(() => buildReach({ ...parts, scope: { ...scope } })).toThrow("scope");
  });
});
