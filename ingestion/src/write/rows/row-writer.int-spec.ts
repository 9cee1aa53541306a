import { FAR_FUTURE } from "@watchfloor/sql";
import fc from "fast-check";
import { openTestStorage, type TestStorage } from "../../testing/open-test-storage.js";
import { RowWriter } from "./row-writer.js";

const COLUMNS = ["number", "text", "raw", "at", "absent", "amount", "labels", "list", "pair"];

describe("RowWriter, read by the engine", () => {
  let storage: TestStorage;
  beforeAll(async () => {
    storage = await openTestStorage();
    await storage.clickhouse.command(`CREATE TABLE written (
      number UInt64, text String, raw LowCardinality(String), at DateTime64(3, 'UTC'), absent DateTime64(3, 'UTC'),
      amount Nullable(Decimal(38, 9)), labels Map(String, String), list Array(String), pair Tuple(DateTime64(3, 'UTC'), UInt32)
    ) ENGINE = Memory`);
  });
  afterAll(() => storage.close());

  it("gives back every text, instant, number, map and list as it was written", async () => {
    const row = fc.record({
      text: fc.string({ unit: "binary", maxLength: 200 }),
      raw: fc.oneof(fc.string(), fc.constantFrom("tab\there", "line\nbreak", "a\\b", "it's", "žluťoučký", "\0", "")),
      at: fc.integer({ min: 0, max: Date.UTC(2149, 0, 1) - 1 }),
      amount: fc.option(fc.integer({ min: -1e9, max: 1e9 })),
    });
    const rows = fc.sample(row, { numRuns: 300, seed: 20261121 });
    rows.push({ text: "epoch", raw: "", at: 0, amount: 0 }, { text: "second", raw: "", at: 86_400_000, amount: null });
    const writer = new RowWriter();
    rows.forEach(({ text, raw, at, amount }, index) => {
      const bytes = Buffer.from(raw);
      const isPlain = !/[\\\t\n\r\0]/.test(raw);
      writer.whole(index).text(text).textBytes(bytes, 0, bytes.length, isPlain).instant(at).instant(undefined);
      writer
        .decimal(amount)
        .map({ [raw]: text })
        .list([text, raw])
        .instantAndWhole(at, index)
        .endRow();
    });
    expect(writer.count).toBe(rows.length);
    await storage.clickhouse.insert({ table: "written", columns: COLUMNS, body: writer.toBuffer() });
    const read = await storage.clickhouse.query({
      name: "test.written",
      sql: `SELECT text, raw, toUnixTimestamp64Milli(at) AS at, toString(absent) AS absent, toString(amount) AS amount, labels, list,
        toUnixTimestamp64Milli(pair.1) AS pairAt, pair.2 AS pairNumber FROM written ORDER BY number`,
    });
    expect(read).toEqual(
      rows.map(({ text, raw, at, amount }, index) => {
        const [kept, rawKept] = [text, raw].map((value) => Buffer.from(value).toString());
        return {
          text: kept,
          raw: rawKept,
          at,
          absent: FAR_FUTURE,
          amount: amount === null ? null : String(amount),
          labels: { [rawKept ?? ""]: kept },
          list: [kept, rawKept],
          pairAt: at,
          pairNumber: index,
        };
      }),
    );
  });

  it("begins again with the memory of earlier rows", () => {
    const writer = new RowWriter();
    writer.text("x".repeat(100_000)).endRow();
    writer.clear();
    writer.text("a").number(-1.5).decimal(0.1).map(undefined).endRow();
    expect(writer.toBuffer().toString()).toBe("a\t-1.5\t0.100000000\t{}\n");
    expect(writer.count).toBe(1);
  });
});
