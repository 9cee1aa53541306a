import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ClickHouseFailure } from "./clickhouse-failure.js";
import type { ClickHouse } from "./clickhouse.js";
import { openEmbeddedClickHouse } from "./open-embedded-clickhouse.js";

describe("the embedded engine", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-embedded-"));
  let clickhouse: ClickHouse;
  beforeAll(async () => {
    clickhouse = openEmbeddedClickHouse(directory);
    await clickhouse.command("CREATE TABLE t (id UInt32, text String) ENGINE = MergeTree ORDER BY id");
  });
  afterAll(async () => {
    await clickhouse.close();
    rmSync(directory, { recursive: true, force: true });
  });
  const read = (sql: string, more: object = {}) =>
    clickhouse.query<Record<string, unknown>>({ name: "test", sql, ...more });

  it("binds values instead of splicing them", async () => {
    const hostile = "'; DROP TABLE t; -- \\ \t\n";
    expect(await read("SELECT {value:String} AS value", { params: { value: hostile } })).toEqual([{ value: hostile }]);
  });

  it("cancels what takes longer than its limit and does not leave the limit behind", async () => {
    const slow = read("SELECT sum(sipHash64(number)) AS s FROM numbers(100000000000)", { maxSeconds: 0.3 });
    await expect(slow).rejects.toMatchObject({ kind: "overload", code: "159" });
    const after = await Promise.all(
      Array.from({ length: 8 }, () => read("SELECT getSetting('max_execution_time') AS seconds, sleep(0.4) AS slept")),
    );
    expect(after).toHaveLength(8);
    expect(after.flat().every((row) => row["seconds"] === 30)).toBe(true);
  });

  it("gives a question what is left of its asker's time, waiting included, and asks nothing for somebody who has gone", async () => {
    const forever = "SELECT sum(sipHash64(number)) AS s FROM numbers(100000000000)";
    const until = performance.now() + 400;
    const asked = Array.from({ length: 12 }, () => read(forever, { until }));
    for (const each of await Promise.allSettled(asked))
      expect(each).toMatchObject({ status: "rejected", reason: { kind: "overload", code: "159" } });
    expect(performance.now() - until).toBeLessThan(2_000);
    await expect(read("SELECT 1 AS one", { until: performance.now() - 1 })).rejects.toMatchObject({ code: "159" });
    expect(await read("SELECT 1 AS one", { until: performance.now() + 5_000 })).toEqual([{ one: 1 }]);
  });

  it("refuses what needs more memory than its limit", async () => {
    const large = read("SELECT groupArray(toString(number)) AS a FROM numbers(50000000)", {
      maxMemoryBytes: 50_000_000,
    });
    await expect(large).rejects.toMatchObject({ kind: "overload", code: "241" });
  });

  it("answers several questions at the same time", async () => {
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: 4 }, () => read("SELECT sleep(0.5) AS s")));
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });

  it("keeps every row of inserts that follow one another", async () => {
    const insert = (id: number) =>
      clickhouse.insert({ table: "t", columns: ["id", "text"], body: Buffer.from(`${id}\tsame\n`) });
    await Promise.all([insert(1), insert(1), insert(1)]);
    expect(await read("SELECT count() AS count FROM t")).toEqual([{ count: 3 }]);
  });

  it("gives nothing of a question that failed half-way to those who ask next", async () => {
    const cutOff = "SELECT throwIf(number = 300000) AS someone_elses FROM numbers(500000)";
    await Promise.all(Array.from({ length: 8 }, () => expect(read(cutOff)).rejects.toMatchObject({ code: "395" })));
    const next = await Promise.all(Array.from({ length: 8 }, (_, index) => read(`SELECT ${index} AS mine`)));
    expect(next).toEqual(Array.from({ length: 8 }, (_, mine) => [{ mine }]));
    await expect(clickhouse.command(cutOff)).rejects.toMatchObject({ code: "395" });
    await clickhouse.command("INSERT INTO t (id, text) SELECT 9, 'command'");
    expect(await read("SELECT id FROM t WHERE text = 'command'")).toEqual([{ id: 9 }]);
  });

  it("classifies a mistake of ours as a bug, with the name of the question", async () => {
    const wrong = clickhouse.query({ name: "test.wrong", sql: "SELECT nothing FROM nowhere" });
    await expect(wrong).rejects.toBeInstanceOf(ClickHouseFailure);
    await expect(wrong).rejects.toMatchObject({
      kind: "bug",
      message: expect.stringContaining("test.wrong") as string,
    });
  });
});
