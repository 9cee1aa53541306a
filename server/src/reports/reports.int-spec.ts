import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { schema } from "@watchfloor/sql";
import { parse } from "csv-parse/sync";
import { fastify } from "fastify";
import { pino } from "pino";
import { FrozenFiguresService } from "../metrics/frozen/frozen-figures.service.js";
import { insertRows, type TestRow } from "../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../metrics/testing/open-metrics-world.js";
import type { Dimension } from "../metrics/metric-words.js";
import type { Authenticator } from "../scope/authenticator.js";
import { buildScope, type Scope } from "../scope/scope.js";
import { ReportMaker } from "./making/report-maker.js";
import { ReportsService } from "./reports.service.js";
import { serveReportFiles } from "./serve-report-files.js";
import { claimReport } from "./store/claim-report.js";
import { ReportRepository } from "./store/report.repository.js";
import { readPdf } from "./testing/read-pdf.js";

const NOW = new Date("2026-04-10T12:00:00Z");
const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });
const ofFirst = buildScope({ tenant: "t1", role: "analyst", subjectId: "a", clients: ["c1"] });
const ofSecond = buildScope({ tenant: "t1", role: "analyst", subjectId: "b", clients: ["c2"] });
const ofStore = buildScope({ tenant: "t1", role: "operations", subjectId: "s", clients: ["c1"], stores: ["c1/s1"] });
const viewer = buildScope({ tenant: "t1", role: "viewer", subjectId: "v", clients: ["c1"] });
const ofOthers = buildScope({ tenant: "t2", role: "administrator", subjectId: "o" });
const range = { from: new Date("2026-04-01T00:00:00Z"), to: new Date("2026-04-08T00:00:00Z"), timeZone: "UTC" };
const logger = pino({ level: "silent" });
const SENTINEL = "sentinel-of-another-client";

const run = (id: string, more: TestRow = {}): TestRow => ({
  ...{ tenant: "t1", client: "c1", workflow: "order", run: id, store: "s1", channel: "pos", outcome: "succeeded" },
  ...{ started_at: "2026-04-02 08:00:00.000", finished_at: "2026-04-02 09:00:00.000", version: 1 },
  ...{ due_at: "2026-04-02 10:00:00.000", money: "12.5", currency: "EUR", ...more },
});
const late = { finished_at: "2026-04-02 13:30:00.000" };

describe("a report", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-reports-"));
  let world: MetricsWorld;
  let service: ReportsService;
  let maker: ReportMaker;
  let now = NOW;

  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    const { postgres, clickhouse, registry, settings, service: metrics } = world;
    const frozen = new FrozenFiguresService({ postgres, metrics, now: () => now });
    service = new ReportsService({ postgres, registry, settings, frozen, now: () => now, logger });
    maker = new ReportMaker({ clickhouse, postgres, now: () => now, logger });
    const other = { client: "c2", workflow: SENTINEL, correlation: SENTINEL, error_code: SENTINEL };
    await insertRows(clickhouse, "run", [
      ...Array.from({ length: 12 }, (_, index) => run(`ok-${index}`)),
      run("late-small", late),
      run('=late,"large"', { ...late, store: "s2", money: "48210.33", error_code: "=HYPERLINK(1)" }),
      run("open", { finished_at: "2200-01-01 00:00:00.000", outcome: "", money: "7" }),
      run("price-1", { workflow: "price", outcome: "failed" }),
      run("before", {
        started_at: "2026-03-28 08:00:00.000",
        finished_at: "2026-03-28 09:00:00.000",
        due_at: "2026-03-28 10:00:00.000",
      }),
      run(SENTINEL, { ...other, ...late, money: "999999", store: "s3" }),
      run(SENTINEL, { ...other, ...late, tenant: "t2", client: "c1", money: "888888" }),
    ]);
    const exception = (id: string, more: TestRow): TestRow => ({
      ...{
        tenant: "t1",
        client: "c1",
        exception: id,
        class: "price_not_applied",
        raised_at: "2026-04-03 08:00:00.000",
        day: "2026-04-03",
        store: "s1",
      },
      ...{ workflow: "order", money: "10", currency: "EUR", version: 1, ...more },
    });
    await insertRows(clickhouse, "exception", [
      exception("e1", {}),
      exception("e2", { resolved_at: "2026-04-03 10:00:00.000" }),
      exception("e3", { client: "c2", class: SENTINEL, store: "s3", workflow: SENTINEL }),
    ]);
    await insertFeed({ source: "till", workflows: "['order']" }, 0, 2_010);
    // The source of prices is silent after its first hour.
    await insertFeed({ source: "erp", workflows: "['price']" }, 1_872, 10);
    await insertFeed({ client: "c2", source: SENTINEL, store: "s3", workflows: "['order']" }, 0, 40);
    const titled = { tenant: "t1", client: "c1", id: "order", title: "Order to ERP" };
    await world.postgres.db.insert(schema.workflow).values(titled);
  }, 60_000);
  /** A feed is heard in `count` slices of five minutes, the first of them `slot` slices after the range begins. */
  async function insertFeed({ workflows, ...of }: { workflows: string } & TestRow, slot: number, count: number) {
    const at = (index: number) => new Date(range.from.getTime() + (slot + index) * 300_000);
    const feed = { tenant: "t1", client: "c1", store: "s1", channel: "", partner: "", ...of };
    const times = { first_seen: at(0), newest: at(count - 1), received: range.to };
    const known = { cadence: "('2026-04-01 00:00:00.000',300)", workflows };
    await insertRows(world.clickhouse, "feed", [{ ...feed, ...times, ...known }]);
    const heard = Array.from({ length: count }, (_, index) => at(index));
    const activity = heard.map((slice) => ({ ...feed, day: slice.toISOString().slice(0, 10), slice, newest: slice }));
    await insertRows(world.clickhouse, "feed_activity", activity);
  }
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });
  afterEach(() => {
    now = NOW;
  });

  async function request(scope = admin, wish: object = {}) {
    const answer = await service.request(scope, { client: "c1", ...range, ...wish });
    if ("refusal" in answer) throw new Error(answer.refusal.message);
    return answer.view.record.id;
  }
  async function make(scope = admin, wish: object = {}) {
    const id = await request(scope, wish);
    expect(await maker.run()).toBe(1);
    const answer = await service.find(scope, id);
    if ("refusal" in answer) throw new Error(answer.refusal.message);
    if (answer.view.record.state !== "done")
      throw new Error(`${answer.view.record.state}: ${answer.view.record.error}`);
    return answer.view;
  }
  async function read(id: string, ending: string, scope = admin) {
    const answer = await service.find(scope, id);
    const name = "view" in answer ? answer.view.files.find((file) => file.name.endsWith(ending))?.name : undefined;
    const file = name === undefined ? undefined : await service.findFile(scope, id, name);
    if (file === undefined) throw new Error(`no ${ending}`);
    return file;
  }
  async function readRows(id: string) {
    const text = Buffer.from((await read(id, ".csv")).bytes).toString("utf8");
    return parse<Record<string, string>>(text, { columns: true, bom: true });
  }
  async function askMetrics(metrics: string[], groupBy: Dimension[] = [], scope = ofFirst) {
    const outcome = await world.service.ask(
      scope,
      { metrics, ...range, groupBy, filter: { clients: ["c1"] } },
      { coverage: true },
    );
    if (!outcome.isAnswered) throw new Error(outcome.refusal.detail);
    return outcome.answer.groups;
  }

  it("says in CSV exactly what metrics answers, each number to the last digit", async () => {
    const rows = await readRows((await make()).record.id);
    let compared = 0;
    const compare = (row: Record<string, string> | undefined, value: object) => {
      for (const name of ["value", "numerator", "denominator", "coverage"]) {
        const expected = (value as Record<string, number | null>)[name];
        expect([name, row?.[name]]).toEqual([name, expected == null ? "" : String(expected)]);
        compared += 1;
      }
    };
    const kpis = rows.filter(({ section }) => section === "key_figure");
    for (const { metric, currency } of kpis) {
      const groups = await askMetrics([metric ?? ""], metric === "money_at_risk" ? ["CURRENCY"] : []);
      const value = groups.flatMap(({ values }) => values).find((each) => (each.currency ?? "") === currency);
      compare(
        kpis.find((row) => row["metric"] === metric && row["currency"] === currency),
        value ?? {},
      );
    }
    const sections: [string, Dimension][] = [
      ["exceptions", "EXCEPTION_CLASS"],
      ["coverage_by_source", "SOURCE"],
      ["coverage_by_store", "STORE"],
      ["promise", "WORKFLOW"],
    ];
    for (const [section, dimension] of sections) {
      const own = rows.filter((row) => row["section"] === section);
      expect([section, own.length > 0]).toEqual([section, true]);
      const groups = await askMetrics([...new Set(own.map((row) => row["metric"] ?? ""))], [dimension]);
      for (const row of own) {
        const group = groups.find(({ key }) => (key[0]?.id ?? "") === row["item"]);
        compare(row, group?.values.find(({ metric }) => metric === row["metric"]) ?? {});
      }
    }
    expect(compared).toBeGreaterThan(80);
    expect(kpis.find(({ metric }) => metric === "sla_attainment")).toMatchObject({
      numerator: "12",
      denominator: "16",
    });
  }, 30_000);

  it("says the same figures in a PDF that can be searched, on numbered pages", async () => {
    const { record } = await make();
    const pages = await readPdf((await read(record.id, ".pdf")).bytes);
    const text = pages.join(" ");
    const [kpis] = await askMetrics(["sla_attainment", "runs_finished", "on_time_rate", "exceptions_open"]);
    const values = new Map(kpis?.values.map((value) => [value.metric, value]));
    expect(pages[0]).toContain(`Promises kept: ${((values.get("sla_attainment")?.value ?? 0) * 100).toFixed(1)} %`);
    expect(pages[0]).toContain("4 promises were broken.");
    expect(text).toMatch(new RegExp(`Runs finished .*? ${values.get("runs_finished")?.value} `));
    expect(text).toContain(`${((values.get("on_time_rate")?.value ?? 0) * 100).toFixed(1)} %`);
    for (const words of [
      "Client c1",
      "1 April 2026 to 7 April 2026",
      "UTC",
      "Order to ERP",
      "12 of 15",
      "EUR 48,210.33",
    ])
      expect(text).toContain(words);
    for (const words of [
      "late-small",
      "3 h 30 min",
      "still open",
      "price not applied",
      "insufficient",
      "Definitions",
      "Store s2",
    ])
      expect(text).toContain(words);
    pages.slice(1).forEach((page, index) => expect(page).toContain(`${index + 2} of ${pages.length}`));
    expect(pages.length).toBeGreaterThan(3);
  }, 30_000);

  it("lists the worst breaches first, marks text that a spreadsheet would run, and keeps numbers numbers", async () => {
    const rows = (await readRows((await make()).record.id)).filter(({ section }) => section === "breach");
    expect(rows.map((row) => [row["run"], row["value"], row["lateness_seconds"], row["outcome"]])).toEqual(
      [
        ['\'=late,"large"', "48210.33", "12600", "succeeded"],
        ["price-1", "12.5", "-3600", "failed"].map(String),
        ["late-small", "12.5", "12600", "succeeded"],
        ["open", "7", "482400", ""],
      ].sort((a, b) => Number(b[1]) - Number(a[1]) || Number(b[2]) - Number(a[2])),
    );
    expect(rows[0]?.["text"]).toBe("'=HYPERLINK(1)");
    expect(rows[0]?.["place"]).toBe("Store s2, pos");
  }, 30_000);

  it("says nothing of another client, tenant or store", async () => {
    const { record } = await make(admin);
    const bytes = Buffer.from((await read(record.id, ".csv")).bytes).toString("utf8");
    const text = (await readPdf((await read(record.id, ".pdf")).bytes)).join(" ");
    for (const each of [bytes, text]) {
      expect(each).not.toContain(SENTINEL);
      expect(each).not.toMatch(/999,?999|888,?888/);
    }
    const own = await make(ofStore);
    const rows = await readRows(own.record.id);
    expect(rows.filter(({ section }) => section === "breach").map((row) => row["run"])).toEqual(
      expect.not.arrayContaining(['\'=late,"large"']) as string[],
    );
    expect(rows.find(({ item }) => item === "limited_to")?.["text"]).toBe("stores Store s1");
  }, 30_000);

  it("is the same file with the same hash whenever it is opened, while its restatement is told beside it", async () => {
    const { record, files } = await make(admin, { formats: ["CSV"] });
    const first = await read(record.id, ".csv");
    expect(createHash("sha256").update(first.bytes).digest("hex")).toBe(first.sha256);
    expect(files).toEqual([expect.objectContaining({ sha256: first.sha256, size: first.bytes.length })]);
    expect(await service.restate(admin, record.id)).toMatchObject({ changes: [] });
    await insertRows(world.clickhouse, "run", [run("late-small", { version: 2 })]);
    const restated = await service.restate(admin, record.id);
    if ("reason" in restated) throw new Error(restated.message);
    expect(restated.changes).toContainEqual(
      expect.objectContaining({ figure: "Key figures", metric: "sla_attainment", frozen: 0.75, current: 0.8125 }),
    );
    const again = await read(record.id, ".csv");
    expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
    await insertRows(world.clickhouse, "run", [run("late-small", { ...late, version: 3 })]);
  }, 30_000);

  it("made twice of the same figures at the same instant has the same bytes", async () => {
    const hashes = [await make(), await make()].map(({ files }) => files.map(({ sha256 }) => sha256));
    expect(hashes[0]).toHaveLength(2);
    expect(hashes[1]).toEqual(hashes[0]);
  }, 30_000);

  it("of a running period ends now and is compared with as much of the one before", async () => {
    const { record } = await make(admin, { from: null, to: null, quarter: "2026-Q2" });
    expect(record.asOf).toEqual(NOW);
    const facts = (await readRows(record.id)).filter(({ section }) => section === "report");
    const find = (name: string) => facts.find(({ item }) => item === name)?.["text"];
    expect([find("compared_from"), find("compared_to"), find("data_as_of")]).toEqual([
      ...["2026-01-01T00:00:00.000Z", "2026-01-10T12:00:00.000Z", "2026-04-10T12:00:00.000Z"],
    ]);
  }, 30_000);

  it("is read, listed, restated and cancelled by nobody who does not see its client whole", async () => {
    const { record, files } = await make();
    for (const scope of [ofSecond, ofStore, ofOthers]) {
      expect(await service.find(scope, record.id)).toMatchObject({ refusal: { reason: "NOT_FOUND" } });
      expect(await service.findFile(scope, record.id, files[0]?.name ?? "")).toBeUndefined();
      expect(await service.restate(scope, record.id)).toMatchObject({ reason: "NOT_FOUND" });
      expect(await service.cancel(scope, record.id)).toMatchObject({ refusal: { reason: "NOT_FOUND" } });
      expect((await service.list(scope, { first: 100 })).map((each) => each.record.id)).not.toContain(record.id);
    }
    for (const scope of [ofFirst, viewer]) {
      expect(await service.findFile(scope, record.id, files[0]?.name ?? "")).toBeDefined();
      expect((await service.list(scope, { client: "c1", first: 100 })).map((each) => each.record.id)).toContain(
        record.id,
      );
      expect(await service.list(scope, { client: "c2", first: 100 })).toEqual([]);
    }
    expect(await service.request(viewer, { client: "c1", ...range })).toMatchObject({
      refusal: { reason: "NOT_PERMITTED" },
    });
    expect(await service.request(ofFirst, { client: "c2", ...range })).toMatchObject({
      refusal: { reason: "UNKNOWN_CLIENT" },
    });
    expect(await service.request(ofOthers, { client: "nobody", ...range })).toMatchObject({
      refusal: { reason: "UNKNOWN_CLIENT" },
    });
  }, 30_000);

  it("is downloaded by whoever sees its client at this moment, from our own pages, and kept by no cache", async () => {
    const { record, files } = await make(admin, { formats: ["CSV"] });
    let seen: Scope | undefined = ofFirst;
    const authenticator: Authenticator = {
      authenticate: (headers) =>
        Promise.resolve(headers["cookie"] === "ours" && headers["x-watchfloor-csrf"] === "1" ? seen : undefined),
    };
    const app = fastify();
    serveReportFiles(app, { authenticator, reports: service });
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    const get = (name: string, headers: Record<string, string> = { cookie: "ours" }) =>
      fetch(`${url}/reports/${record.id}/${name}`, { headers });
    const name = files[0]?.name ?? "";
    const answer = await get(name);
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from((await read(record.id, ".csv")).bytes))).toBe(
      true,
    );
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="${name}"`);
    expect(answer.headers.get("cache-control")).toBe("no-store, private");
    expect((await get(name, { cookie: "ours", "sec-fetch-site": "cross-site" })).status).toBe(401);
    expect((await get(name, {})).status).toBe(401);
    expect((await get("other.csv")).status).toBe(404);
    seen = ofSecond;
    expect((await get(name)).status).toBe(404);
    await app.close();
  }, 30_000);

  it("is taken up again when its worker is not heard of, and made once", async () => {
    const id = await request();
    const { postgres, clickhouse } = world;
    const killed = await claimReport(postgres, { worker: "killed", leaseMs: 60_000 }, now);
    expect(killed?.id).toBe(id);
    expect(await maker.run()).toBe(0);
    now = new Date(NOW.getTime() + 60_000);
    const others = Array.from({ length: 3 }, () => new ReportMaker({ clickhouse, postgres, now: () => now, logger }));
    expect((await Promise.all(others.map((other) => other.run()))).sort()).toEqual([0, 0, 1]);
    const repository = new ReportRepository(postgres);
    expect(await repository.advance({ tenant: "t1", id, worker: "killed" }, { step: "x" })).toBe(false);
    const made = await service.find(admin, id);
    expect("view" in made && [made.view.record.state, made.view.record.attempts, made.view.files.length]).toEqual([
      "done",
      2,
      2,
    ]);
  }, 30_000);

  it("that ended its worker four times fails with a word about it", async () => {
    const id = await request();
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await claimReport(world.postgres, { worker: "killed", leaseMs: 1 }, now);
      now = new Date(now.getTime() + 1_000);
    }
    await maker.run();
    const failed = await service.find(admin, id);
    expect("view" in failed && failed.view.record).toMatchObject({
      state: "failed",
      error: expect.stringContaining("4 times") as string,
    });
  });

  it("that is cancelled is not made, by whoever works on it or later", async () => {
    const id = await request();
    await claimReport(world.postgres, { worker: "w", leaseMs: 60_000 }, now);
    expect(await service.cancel(ofFirst, id)).toMatchObject({ refusal: { reason: "NOT_PERMITTED" } });
    expect(await service.cancel(admin, id)).toMatchObject({ view: { record: { state: "cancelled" } } });
    const repository = new ReportRepository(world.postgres);
    const made = { files: [], figures: [], asOf: now, now };
    expect(await repository.finish({ tenant: "t1", id, worker: "w" }, made)).toBe(false);
    expect(await service.cancel(admin, id)).toMatchObject({ refusal: { reason: "ALREADY_ENDED" } });
    expect(await maker.run()).toBe(0);
  });

  it("is refused when twenty are waiting", async () => {
    for (let index = 0; index < 20; index += 1) await request();
    expect(await service.request(admin, { client: "c1", ...range })).toMatchObject({ refusal: { reason: "TOO_MANY" } });
    expect("view" in (await service.request(ofOthers, { client: "c1", ...range }))).toBe(true);
    await world.postgres.db.delete(schema.report);
  });
});
