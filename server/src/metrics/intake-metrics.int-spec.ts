import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildScope } from "../scope/scope.js";
import type { MetricQuestion } from "./query/metric-query.js";
import { buildRawReceipts, RECEIPT_TABLES, type RawReceipt } from "./testing/build-raw-receipts.js";
import { insertRows } from "./testing/insert-rows.js";
import { openMetricsWorld, STORES, type MetricsWorld } from "./testing/open-metrics-world.js";

const NOW = new Date("2026-04-02T12:02:00Z");
const FROM = new Date("2026-04-01T09:02:00Z");
const TO = new Date("2026-04-03T00:00:00Z");
const SLICE = 300_000;
const IDS = [
  "events_received",
  "duplicate_rate",
  "late_event_rate",
  "rejected_rate",
  "out_of_sequence_rate",
  "ingest_lag_p95",
];
const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });

/** The definitions read aloud over the receipts; nothing of the compiler, nothing of the tables. */
function compute(id: string, receipts: readonly RawReceipt[], range: { from: number; to: number; asOf: number }) {
  const sliceOf = (ms: number) => Math.floor(ms / SLICE) * SLICE;
  const within = receipts.filter(({ countedAt }) => sliceOf(countedAt) >= range.from && sliceOf(countedAt) < range.to);
  const refused = within.filter((receipt) => receipt.isRefused).length;
  const first = new Map<string, RawReceipt>();
  for (const receipt of within.filter(({ isRefused }) => !isRefused).sort((a, b) => a.receivedAt - b.receivedAt)) {
    const identity = JSON.stringify([receipt.client, receipt.source, receipt.id]);
    if (!first.has(identity)) first.set(identity, receipt);
  }
  const distinct = [...first.values()];
  const lags = distinct.filter((one) => !one.isBackfill).map((one) => (one.receivedAt - one.time) / 1000);
  const share = (numerator: number) => ({
    numerator,
    denominator: within.length,
    value: within.length === 0 ? null : expect.closeTo(numerator / within.length, 9),
  });
  switch (id) {
    case "events_received":
      return { value: within.length };
    case "duplicate_rate":
      return share(within.length - refused - distinct.length);
    case "late_event_rate":
      return share(lags.filter((lag) => lag > 900).length);
    case "out_of_sequence_rate":
      return share(
        distinct.filter(
          ({ unorderedFrom, isTakenBack }) =>
            unorderedFrom !== undefined && unorderedFrom <= range.asOf && !isTakenBack,
        ).length,
      );
    case "rejected_rate":
      return share(refused);
    default:
      return { denominator: lags.length, value: lags.length === 0 ? null : expect.closeTo(percentile95(lags), 6) };
  }
}

function percentile95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = 0.95 * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  return low + (place - Math.floor(place)) * ((sorted[Math.ceil(place)] ?? 0) - low);
}

describe("intake metrics on the embedded engine", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-intake-"));
  const raw = buildRawReceipts({ from: FROM.getTime() - 7_200_000, to: NOW.getTime() + 600_000 });
  let world: MetricsWorld;

  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    for (const table of RECEIPT_TABLES)
      for (const rows of raw.inserts[table]) await insertRows(world.clickhouse, table, rows);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function ask(question: Partial<MetricQuestion> & { metrics: string[] }, scope = admin) {
    const outcome = await world.service.ask(scope, { from: FROM, to: TO, ...question }, { coverage: false });
    if (!outcome.isAnswered) throw new Error(JSON.stringify(outcome.refusal));
    return outcome.answer;
  }
  const range = { from: FROM.getTime(), to: NOW.getTime(), asOf: NOW.getTime() };
  const own = raw.receipts.filter(({ tenant }) => tenant === "t1");

  it("have a world with everything in it", () => {
    expect(own.some((one) => one.isRefused && one.client === "")).toBe(true);
    expect(compute("duplicate_rate", own, range).value).not.toBeNull();
    for (const id of ["duplicate_rate", "late_event_rate", "rejected_rate", "out_of_sequence_rate"])
      expect(compute(id, own, range)).toMatchObject({ numerator: expect.any(Number) as number });
  });

  it.each(IDS)("%s equals an independent computation, alone, by hour and by every dimension", async (id) => {
    const [group] = (await ask({ metrics: [id], granularity: "HOUR" })).groups;
    expect(group?.values[0]).toMatchObject(compute(id, own, range));
    const series = group?.values[0]?.series ?? [];
    expect(series.filter((point) => point.value !== null).length).toBeGreaterThan(20);
    for (const { at, value } of series.filter((point) => point.at < NOW)) {
      const hour = {
        ...range,
        from: Math.max(at.getTime(), range.from),
        to: Math.min(at.getTime() + 3_600_000, range.to),
      };
      expect([at, value]).toEqual([at, compute(id, own, hour).value]);
    }
    for (const [dimension, read] of [
      ["CLIENT", (one) => one.client],
      ["STORE", (one) => one.store],
      ["CHANNEL", (one) => one.channel],
      ["PARTNER", (one) => one.partner],
      ["SOURCE", (one) => one.source],
    ] as const satisfies readonly (readonly [string, (one: RawReceipt) => string])[])
      for (const { key, values } of (await ask({ metrics: [id], groupBy: ["CLIENT", dimension] })).groups) {
        const part = own.filter((one) => one.client === (key[0]?.id ?? "") && read(one) === (key.at(-1)?.id ?? ""));
        expect([key, values[0]]).toEqual([key, expect.objectContaining(compute(id, part, range))]);
      }
  });

  it("place a store in the region of the registry", async () => {
    const { groups } = await ask({ metrics: ["events_received"], groupBy: ["CLIENT", "REGION"] });
    for (const { key, values } of groups) {
      const [client, region] = key.map((part) => part.id ?? "");
      const regionOf = (one: RawReceipt) =>
        STORES.find((store) => store.client === one.client && store.id === one.store)?.region ?? "";
      const part = own.filter((one) => one.client === client && regionOf(one) === region);
      expect(values[0]).toMatchObject(compute("events_received", part, range));
    }
    expect(groups.length).toBeGreaterThan(4);
  });

  it.each(IDS)("%s never tells one viewer what is another's", async (id) => {
    for (const [limits, isOwn] of [
      [{ tenant: "t2" }, (one) => one.tenant === "t2"],
      [{ tenant: "t1", clients: ["c1"] }, (one) => one.tenant === "t1" && one.client === "c1"],
      [{ tenant: "t1", stores: ["c2/s1"] }, (one) => one.tenant === "t1" && one.client === "c2" && one.store === "s1"],
      [
        { tenant: "t1", partners: ["c1/p1"] },
        (one) => one.tenant === "t1" && one.client === "c1" && one.partner === "p1",
      ],
      [{ tenant: "t1", stores: [] }, () => false],
    ] as const satisfies readonly (readonly [object, (one: RawReceipt) => boolean])[]) {
      const scope = buildScope({ role: "viewer", subjectId: "v", ...limits });
      const [group] = (await ask({ metrics: [id] }, scope)).groups;
      expect(group?.values[0]).toMatchObject({ value: compute(id, raw.receipts.filter(isOwn), range).value });
    }
  });

  it("filter by source and refuse what they do not know", async () => {
    const [group] = (await ask({ metrics: ["events_received"], filter: { sources: ["pos"] } })).groups;
    const part = own.filter(({ source }) => source === "pos");
    expect(group?.values[0]).toMatchObject(compute("events_received", part, range));
    for (const question of [
      { filter: { workflows: ["order"] } },
      { filter: { attributes: [{ name: "a", value: "b" }] } },
      { groupByAttributes: ["a"] },
      { groupBy: ["WORKFLOW" as const] },
    ]) {
      const asked = { from: FROM, to: TO, metrics: ["duplicate_rate"], ...question };
      expect(await world.service.ask(admin, asked, { coverage: false })).toMatchObject({ isAnswered: false });
    }
  });
});
