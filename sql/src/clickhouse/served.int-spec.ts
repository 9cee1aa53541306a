import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { loadClickHouseMigrations } from "../migrate/load-clickhouse-migrations.js";
import { migrateClickHouse } from "../migrate/migrate-clickhouse.js";
import { renderClickHouseSchema } from "../migrate/render-clickhouse-schema.js";
import { ClickHouseFailure } from "./clickhouse-failure.js";
import type { ClickHouse } from "./clickhouse.js";
import { openServedClickHouse } from "./open-served-clickhouse.js";
import { serveEmbeddedClickHouse, type ServedEmbeddedClickHouse } from "./testing/serve-embedded-clickhouse.js";
import { startEmbeddedClickHouseProcess } from "./testing/start-embedded-clickhouse-process.js";

const directory = mkdtempSync(join(tmpdir(), "watchfloor-served-"));
let server: ServedEmbeddedClickHouse;
let clickhouse: ClickHouse;

beforeAll(async () => {
  server = await serveEmbeddedClickHouse({ directory: join(directory, "clickhouse") });
  clickhouse = openServedClickHouse(server.url);
});
afterAll(async () => {
  await clickhouse.close();
  await server.close();
  rmSync(directory, { recursive: true, force: true });
});
afterEach(() => server.faults.clear());

const read = <Row = Record<string, unknown>>(sql: string, more: object = {}) =>
  clickhouse.query<Row>({ name: "test.served", sql, ...more });
const write = (id: number, text: string, door = clickhouse) =>
  door.insert({ table: "t", columns: ["id", "text"], body: Buffer.from(`${id}\t${text}\n`) });

describe("ClickHouse over HTTP", () => {
  it("is migrated once, to the schema of the committed snapshot", async () => {
    const now = new Date("2026-01-01T00:00:00Z");
    const files = loadClickHouseMigrations().map((migration) => migration.name);
    expect(await migrateClickHouse(clickhouse, { now })).toEqual(files);
    expect(await migrateClickHouse(clickhouse, { now })).toEqual([]);
    const snapshot = readFileSync(new URL("../../clickhouse/schema.sql", import.meta.url), "utf8");
    expect(await renderClickHouseSchema(clickhouse)).toBe(snapshot);
  });

  it("stores rows as they are, a large block too", async () => {
    await clickhouse.command("CREATE TABLE t (id UInt32, text String) ENGINE = MergeTree ORDER BY id");
    await write(1, "a\\tb\\\\ ' žluťoučký");
    expect(await read("SELECT * FROM t")).toEqual([{ id: 1, text: "a\tb\\ ' žluťoučký" }]);
    const rows = Array.from({ length: 200_000 }, (_, index) => `${index + 10}\trow ${index}\n`).join("");
    await clickhouse.insert({ table: "t", columns: ["id", "text"], body: Buffer.from(rows) });
    await clickhouse.insert({ table: "t", columns: ["id", "text"], body: Buffer.alloc(0) });
    expect(await read("SELECT count() AS count, max(text) AS last FROM t")).toEqual([
      { count: 200_001, last: "row 99999" },
    ]);
  });

  it("binds typed values", async () => {
    const params = {
      text: "'; DROP TABLE t; -- \\ \t\n{x:String}",
      list: ["it's", "\\", "", "ž"],
      at: "2026-03-29 01:30:00.123",
      number: 2 ** 40,
      flag: true,
    };
    const sql = `SELECT {text:String} AS text, {list:Array(String)} AS list, {number:UInt64} AS number,
      toString({at:DateTime64(3, 'UTC')}) AS at, {flag:UInt8} AS flag, {none:Array(String)} AS none`;
    expect(await read(sql, { params: { ...params, none: [] } })).toEqual([{ ...params, flag: 1, none: [] }]);
  });

  it.each([
    ["5,000 stores", Array.from({ length: 5_000 }, (_, index) => `store-${String(index).padStart(5, "0")}`)],
    ["5,000 texts that need escaping", Array.from({ length: 5_000 }, (_, index) => `Ž'${index}\\ "&%{a:String}`)],
    ["60,000 runs", Array.from({ length: 60_000 }, (_, index) => `CHG-${index}|store=${index};#`)],
  ])("takes lists longer than a URL may be: %s", async (_, list) => {
    const sql =
      "SELECT {list:Array(String)} AS list, {one:String} AS one, has({list:Array(String)}, {one:String}) AS has";
    const one = list.at(-1) ?? "";
    const [row] = await read<{ list: string[]; one: string; has: number }>(sql, { params: { list, one } });
    expect(row).toEqual({ list, one, has: 1 });
  });

  it("keeps limits and settings of a question to that question", async () => {
    await expect(
      read("SELECT sum(sipHash64(number)) AS s FROM numbers(100000000000)", { maxSeconds: 0.3 }),
    ).rejects.toMatchObject({ kind: "overload", code: "159" });
    expect(await read("SELECT getSetting('max_execution_time') AS seconds")).toEqual([{ seconds: 30 }]);
    const large = { maxMemoryBytes: 50_000_000 };
    await expect(read("SELECT groupArray(toString(number)) AS a FROM numbers(50000000)", large)).rejects.toMatchObject({
      kind: "overload",
      code: "241",
    });
  });

  it("answers many at the same time", async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => read(`SELECT ${index} AS n`)));
    expect(answers).toEqual(Array.from({ length: 40 }, (_, n) => [{ n }]));
  });
});

describe("failures of ClickHouse over HTTP", () => {
  it.each([
    ["a statement of ours that is wrong", "SELEC 1", { kind: "bug", code: "62" }],
    ["a table that is not there", "SELECT * FROM nowhere", { kind: "bug", code: "60" }],
    ["words of a lost connection in a statement", "SELECT socket_timeout, 'ECONNRESET'", { kind: "bug", code: "47" }],
    ["a value that is missing", "SELECT {a:String}", { kind: "bug", code: "456" }],
    [
      "a question that fails after its first rows",
      "SELECT throwIf(number = 300000) AS n FROM numbers(500000)",
      { kind: "bug", code: "395" },
    ],
  ])("%s is our bug", async (_, sql, failure) => {
    await expect(read(sql)).rejects.toMatchObject({
      ...failure,
      message: expect.stringMatching(/^test\.served: /) as string,
    });
    expect(await read("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("rows that cannot be read are told apart and not quoted", async () => {
    const failure = await write(5, "fine\nsecret-row\tx").then(
      () => undefined,
      (cause: unknown) => cause,
    );
    if (!(failure instanceof ClickHouseFailure)) throw new Error("no failure");
    expect({ isAboutData: failure.isAboutData, name: failure.message.split(":")[0] }).toEqual({
      isAboutData: true,
      name: "insert.t",
    });
    expect(failure.message).not.toContain("secret-row");
  });

  it.each([
    [252, "unavailable"],
    [242, "unavailable"],
    [209, "unavailable"],
    [210, "unavailable"],
    [241, "overload"],
    [159, "overload"],
    [202, "overload"],
    [62, "bug"],
  ])("code %d is classified as %s, for rows and questions, early and late", async (code, kind) => {
    server.faults.add({ refuseWith: code, times: 2 });
    server.faults.add({ failLateWith: code });
    const failure = { kind, code: String(code) };
    await expect(write(2, "x")).rejects.toMatchObject(failure);
    await expect(read("SELECT 1")).rejects.toMatchObject(failure);
    await expect(read("SELECT number FROM numbers(100000)")).rejects.toMatchObject(failure);
    expect(await read("SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it.each(["before-running", "after-running", "mid-answer"] as const)(
    "a connection that ends %s passes by itself",
    async (hangUp) => {
      server.faults.add({ hangUp, times: 3 });
      const passing = { kind: "unavailable" };
      await expect(read("SELECT number FROM numbers(200000)")).rejects.toMatchObject(passing);
      await expect(write(7, hangUp)).rejects.toMatchObject(passing);
      await expect(clickhouse.command("SELECT 1")).rejects.toMatchObject(passing);
      const [row] = await read<{ stored: number }>(`SELECT count() AS stored FROM t WHERE text = '${hangUp}'`);
      expect(row?.stored).toBe(hangUp === "before-running" ? 0 : 1);
    },
  );

  it("no answer in time passes by itself", async () => {
    const hasty = openServedClickHouse(server.url, { requestTimeoutMs: 200 });
    server.faults.add({ delayMs: 1_000, times: 2 });
    await expect(hasty.query({ name: "slow", sql: "SELECT 1" })).rejects.toMatchObject({ kind: "unavailable" });
    await expect(write(8, "slow", hasty)).rejects.toMatchObject({ kind: "unavailable" });
    await hasty.close();
  });

  it("a server that is away, killed or restarted passes by itself, and what it stored is there again", async () => {
    const place = join(directory, "process");
    let process = await startEmbeddedClickHouseProcess({
      directory: place,
      faults: [{ refuseWith: 252, statement: "told" }],
    });
    const door = openServedClickHouse(process.url);
    await expect(door.command("SELECT 'told'")).rejects.toMatchObject({ kind: "unavailable", code: "252" });
    await door.command("CREATE TABLE t (id UInt32, text String) ENGINE = MergeTree ORDER BY id");
    await write(1, "before", door);
    await process.addFault({ statement: "INSERT", hangUp: "after-running" });
    await expect(write(2, "unanswered", door)).rejects.toMatchObject({ kind: "unavailable" });
    await process.end("SIGKILL");
    await expect(write(3, "away", door)).rejects.toMatchObject({ kind: "unavailable" });
    process = await startEmbeddedClickHouseProcess({ directory: place, port: process.port });
    await write(4, "again", door);
    const rows = await door.query({ name: "test", sql: "SELECT id, text FROM t ORDER BY id" });
    expect(rows).toEqual([
      { id: 1, text: "before" },
      { id: 2, text: "unanswered" },
      { id: 4, text: "again" },
    ]);
    await door.close();
    await process.end();
  }, 60_000);
});

describe("the stand-in speaks as a server does", () => {
  const ask = (query: string, more: RequestInit = {}) => fetch(`${server.url}/?${query}`, { method: "POST", ...more });

  it("with its headers, formats and error answers", async () => {
    expect(await (await fetch(`${server.url}/ping`)).text()).toBe("Ok.\n");
    const answer = await ask("query_id=q-1&param_x=a%5Ctb", { body: "SELECT {x:String} AS x, 1 AS one" });
    expect([answer.status, answer.headers.get("x-clickhouse-query-id"), await answer.text()]).toEqual([
      200,
      "q-1",
      "a\\tb\t1\n",
    ]);
    expect(JSON.parse(answer.headers.get("x-clickhouse-summary") ?? "{}")).toMatchObject({
      read_rows: "1",
      written_rows: "0",
    });
    const wrong = await ask("", { body: "SELEC 1" });
    expect([wrong.status, wrong.headers.get("x-clickhouse-exception-code")]).toEqual([400, "62"]);
    expect(await wrong.text()).toMatch(/^Code: 62\. DB::Exception: Syntax error/);
    expect((await ask("", { body: "SELECT * FROM nowhere" })).status).toBe(404);
    expect((await ask("max_block_siz=1", { body: "SELECT 1" })).status).toBe(404);
    expect((await ask("x=1&database=nowhere", { body: "SELECT 1" })).status).toBe(404);
  });

  it("takes rows compressed and refuses what is cut off", async () => {
    const query = `query=${encodeURIComponent("INSERT INTO t (id, text) FORMAT TabSeparated")}`;
    const body = gzipSync("900001\tzipped\n");
    const headers = { "content-encoding": "gzip" };
    const answer = await ask(query, { body: new Uint8Array(body), headers });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.headers.get("x-clickhouse-summary") ?? "{}")).toMatchObject({ written_rows: "1" });
    const cut = await ask(query, { body: new Uint8Array(body.subarray(0, 20)), headers });
    expect([cut.status, cut.headers.get("x-clickhouse-exception-code")]).toEqual([500, "354"]);
  });

  it("with its limits", async () => {
    const value = await ask(`param_x=${"a".repeat(140_000)}`, { body: "SELECT {x:String}" });
    expect([value.status, await value.text()]).toEqual([500, expect.stringContaining("Field value too long")]);
    expect((await ask(`x=${"a".repeat(1_100_000)}`)).status).toBeGreaterThanOrEqual(414);
    const long = `SELECT length('${"a".repeat(300_000)}')`;
    expect((await ask("", { body: long })).headers.get("x-clickhouse-exception-code")).toBe("62");
    expect(await (await ask("max_query_size=400000", { body: long })).text()).toBe("300000\n");
  });

  it("sends the error behind the first rows unless it is asked to wait for the end", async () => {
    server.faults.add({ failLateWith: 241, times: 2 });
    const late = await ask("", { body: "SELECT number FROM numbers(10)" });
    expect([late.status, await late.text()]).toEqual([200, expect.stringContaining("__exception__")]);
    expect((await ask("wait_end_of_query=1", { body: "SELECT 1" })).status).toBe(500);
  });

  it("and takes faults over HTTP, checked", async () => {
    const control = (method: string, body?: unknown) =>
      fetch(`${server.url}/stand-in/fault`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    expect((await control("POST", { refuse: 1 })).status).toBe(400);
    expect((await control("POST", { refuseWith: 252, times: 0, statement: "INSERT" })).status).toBe(200);
    await expect(write(1, "x")).rejects.toMatchObject({ code: "252" });
    await expect(write(1, "x")).rejects.toMatchObject({ code: "252" });
    expect(await read("SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(await (await control("DELETE")).json()).toMatchObject({ faults: [] });
    await write(1, "x");
  });
});
