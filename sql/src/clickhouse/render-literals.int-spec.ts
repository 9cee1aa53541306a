import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { ClickHouse } from "./clickhouse.js";
import { openEmbeddedClickHouse } from "./open-embedded-clickhouse.js";
import { renderLiterals } from "./render-literals.js";

const HOSTILE = [
  "'",
  "\\",
  "\\'",
  "') OR 1=1 --",
  "{b:String}",
  "unhex('61')",
  "\0",
  "\n",
  "žluťoučký",
  "/* */",
  "$1",
  "",
];
const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary" }), fc.string());

describe("renderLiterals", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-literals-"));
  let clickhouse: ClickHouse;
  beforeAll(() => {
    clickhouse = openEmbeddedClickHouse(directory);
  });
  afterAll(async () => {
    await clickhouse.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it("gives the engine every value as it is, whatever it holds", async () => {
    const kept = (value: string) => Buffer.from(value).toString();
    await fc.assert(
      fc.asyncProperty(
        text,
        fc.array(text, { maxLength: 5 }),
        fc.array(fc.integer(), { maxLength: 5 }),
        fc.integer({ min: 0, max: Date.UTC(2149, 0, 1) }),
        async (a, b, c, at) => {
          const instant = new Date(at).toISOString().replace("T", " ").replace("Z", "");
          const [row] = await clickhouse.query({
            name: "test.literals",
            sql: `SELECT {a:String} AS a, {b:Array(String)} AS b, {c:Array(Int64)} AS c, toUnixTimestamp64Milli({at:DateTime64(3, 'UTC')}) AS at,
              {day:Date} AS day, {flag:UInt8} AS flag`,
            params: { a, b, c, at: instant, day: instant.slice(0, 10), flag: true },
          });
          expect(row).toEqual({ a: kept(a), b: b.map(kept), c, at, day: instant.slice(0, 10), flag: 1 });
        },
      ),
      { numRuns: 150, seed: 20261121 },
    );
  });

  it("splices nothing but digits, letters and harmless marks", () => {
    const template = "SELECT {a:String}, {b:Array(String)}";
    fc.assert(
      fc.property(text, fc.array(text), (a, b) => {
        expect(renderLiterals(template, { a, b }, 1e6)).toMatch(
          /^SELECT '(\\x[0-9a-f]{2}|[A-Za-z0-9 _.,:;/@|=+-])*', CAST\(\[('(\\x[0-9a-f]{2}|[A-Za-z0-9 _.,:;/@|=+-])*'(,|(?=\])))*\], 'Array\(String\)'\)$/,
        );
      }),
      { seed: 20261121 },
    );
  });

  it("refuses a missing value and leaves long lists to the engine", async () => {
    expect(() => renderLiterals("SELECT {a:String}", {}, 100)).toThrow("{a:String}");
    expect(() => renderLiterals("SELECT {a:String}", { a: Number.NaN }, 100)).toThrow("no literal");
    expect(renderLiterals("SELECT {a:Array(String)}", { a: Array(50).fill("abc") }, 100)).toBeUndefined();
    const [row] = await clickhouse.query<{ count: number }>({
      name: "test.long",
      sql: "SELECT length({ids:Array(String)}) AS count",
      params: { ids: Array.from({ length: 40_000 }, (_, index) => `run-${index}`) },
    });
    expect(row?.count).toBe(40_000);
  });
});
