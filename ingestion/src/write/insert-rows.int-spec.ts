import { ClickHouseFailure } from "@watchfloor/sql";
import { openTestStorage, type TestStorage } from "../testing/open-test-storage.js";
import { insertRows } from "./insert-rows.js";

describe("insertRows", () => {
  let storage: TestStorage;
  beforeAll(async () => {
    storage = await openTestStorage();
    await storage.clickhouse.command("CREATE TABLE plain (tenant String, number UInt32) ENGINE = Memory");
  });
  afterAll(() => storage.close());
  const rows = (from: number, to: number, poison: readonly number[]) =>
    Buffer.from(
      Array.from({ length: to - from }, (_, index) =>
        poison.includes(from + index) ? `t${from + index}\tnot a number\n` : `t${from + index}\t${from + index}\n`,
      ).join(""),
    );
  const insert = (body: Buffer) =>
    insertRows(storage.clickhouse, { table: "plain", columns: ["tenant", "number"], body });
  const count = async () =>
    (await storage.clickhouse.query<{ count: number }>({ name: "test", sql: "SELECT count() AS count FROM plain" }))[0]
      ?.count;

  it.each([
    ["none", [], 100],
    ["the first", [0], 99],
    ["the last", [99], 99],
    ["several", [3, 4, 50, 98], 96],
    ["all", Array.from({ length: 100 }, (_, index) => index), 0],
  ])("stores the others when %s cannot be read, and says which", async (_, poison, expected) => {
    await storage.clickhouse.command("TRUNCATE TABLE plain");
    const found = await insert(rows(0, 100, poison));
    expect(found.map((row) => row.tenant)).toEqual(poison.map((number) => `t${number}`));
    expect(found.every((row) => row.cells === `${row.tenant}\tnot a number` && row.table === "plain")).toBe(true);
    expect(await count()).toBe(expected);
  });

  it("gives up where nothing can be read: that is no sender's fault", async () => {
    const none = insert(
      rows(
        0,
        300,
        Array.from({ length: 300 }, (_, index) => index),
      ),
    );
    await expect(none).rejects.toThrow(ClickHouseFailure);
  });

  it("leaves failures that are not about rows to the caller", async () => {
    const wrong = insertRows(storage.clickhouse, { table: "absent", columns: ["a"], body: Buffer.from("1\n") });
    await expect(wrong).rejects.toThrow(ClickHouseFailure);
  });
});
