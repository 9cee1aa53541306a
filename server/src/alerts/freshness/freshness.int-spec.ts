import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAlertRule, type AlertRule } from "@watchfloor/dashboards";
import { schema, seedRegistry } from "@watchfloor/sql";
import pino from "pino";
import { insertRows } from "../../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../../metrics/testing/open-metrics-world.js";
import { RegistryService } from "../../registry/registry.service.js";
import { buildScope } from "../../scope/scope.js";
import { BackTest } from "../back-test/back-test.service.js";
import { AlertEvaluation } from "../evaluate/alert-evaluation.service.js";
import { FigureReader } from "../evaluate/figure-reader.service.js";
import { SubjectReader } from "../evaluate/subject-reader.service.js";
import type { CommittedTransition } from "../publish/transition-sink.js";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";

const MINUTE = 60_000;
/** A Saturday in Berlin, 14:00; in the night clocks go forward. */
const T0 = Date.parse("2026-03-28T13:00:00Z");
const at = (minute: number) => new Date(T0 + minute * MINUTE);
const minuteOf = (instant: number) => (instant - T0) / MINUTE;

interface Heard {
  readonly client?: string;
  readonly source: string;
  readonly store?: string;
  /** Of its heartbeats; 0 = none. */
  readonly cadence?: number;
  readonly receivedMinute?: number;
  readonly tenant?: string;
}

describe("freshness by the rhythm of each feed", () => {
  let world: MetricsWorld;
  let evaluation: AlertEvaluation;
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-freshness-"));
  const told: CommittedTransition[] = [];
  const rules = new Map<string, AlertRule>();

  const hear = async (minute: number, heard: Heard) => {
    const { client = "c1", source, store = "", cadence = 0, receivedMinute = minute, tenant = "t1" } = heard;
    const feed = { tenant, client, source, store, channel: "", partner: "" };
    const slice = new Date(Math.floor(at(minute).getTime() / 300_000) * 300_000);
    const times = { first_seen: at(minute), newest: at(minute), received: at(receivedMinute) };
    const beat = `('${at(minute).toISOString().replace("T", " ").slice(0, 23)}',${cadence})`;
    await insertRows(world.clickhouse, "feed", [{ ...feed, ...times, cadence: beat, workflows: "['order']" }]);
    const activity = { day: at(minute).toISOString().slice(0, 10), newest: at(minute) };
    const written = slice.toISOString().replace("T", " ").slice(0, 19);
    await insertRows(world.clickhouse, "feed_activity", [{ ...feed, ...activity, slice: written }]);
  };
  const save = async (id: string, more: string) => {
    const text = `id: ${id}\nkind: freshness\ntitle: t\nsummary: "{{value}}, more than {{threshold}}"\nforSeconds: 0\nkeepFiringSeconds: 0\n${more}`;
    const definition = parseAlertRule(text, ALERT_RULE_KNOWLEDGE);
    rules.set(id, definition);
    const saved = { id, definition, fingerprint: "", createdAt: at(0), createdBy: "p" };
    await new AlertRuleRepository(world.postgres).addVersion("t1", saved, 0);
  };
  const runAt = async (minute: number) => {
    world.now = new Date(at(minute).getTime() + MINUTE + 10_000);
    await evaluation.run();
  };
  const tell = (rule: string) =>
    told
      .filter(({ ruleId, kind }) => ruleId === rule && kind !== "history")
      .map(({ kind, reason, slotAt, labels }) =>
        [labels["source"] ?? labels["store"], kind, reason, minuteOf(slotAt)].filter((each) => each !== null).join(" "),
      );

  beforeAll(async () => {
    world = await openMetricsWorld(directory, at(0));
    const hours = [{ from: "08:00", to: "20:00" }];
    const shop = { id: "shop", title: "Shop", timeZone: "Europe/Berlin", week: Array.from({ length: 7 }, () => hours) };
    const network = {
      calendars: [shop],
      stores: [{ client: "c2", id: "s1", title: "s1", region: "south", calendar: "shop" }],
      feeds: [
        { client: "c1", source: "pos", store: "s1", cadenceSeconds: 60 },
        { client: "c1", source: "never", store: "s2", cadenceSeconds: 900 },
        { client: "c2", source: "till", store: "s1", cadenceSeconds: 1_200 },
      ],
    };
    for (const tenant of ["t1", "t2"]) await seedRegistry(world.postgres, tenant, network, at(0));
    await save("quiet", "filter: { clients: [c1] }\ngroupBy: [source]\nlevels: [{ severity: warning }]");
    await save(
      "strict",
      "filter: { sources: [pos] }\ngroupBy: [store]\nlevels: [{ severity: critical, maxAgeSeconds: 600 }]",
    );
    await save(
      "shop",
      "filter: { sources: [till] }\ngroupBy: [store]\nlevels: [{ severity: critical, maxAgeSeconds: cadence }]",
    );
    evaluation = new AlertEvaluation({
      ...{ clickhouse: world.clickhouse, postgres: world.postgres, now: () => world.now, holder: "one" },
      logger: pino({ level: "silent" }),
      sink: { accept: (transition) => Promise.resolve(void told.push(transition)) },
    });
    await hear(0, { source: "pos", store: "s1" });
    await hear(0, { source: "erp", cadence: 600 });
    await hear(0, { source: "web" });
    await hear(0, { source: "till", client: "c2", store: "s1" });
    await runAt(0);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it("waits for three times the cadence of each, ten minutes at least, and for what never came", async () => {
    for (let minute = 1; minute <= 50; minute += 1) {
      if (minute === 21) await hear(20.5, { source: "pos", store: "s1" });
      // A clock that is nine minutes ahead: it counts as five.
      if (minute === 25) await hear(34, { source: "pos", store: "s1", receivedMinute: 25 });
      // Another tenant, the same names.
      await hear(minute, { source: "erp", tenant: "t2" });
      await runAt(minute);
    }
    expect(tell("quiet")).toEqual([
      ...["pos fired 11", "pos resolved cleared 21", "erp fired 31", "pos fired 41", "never fired 46"],
    ]);
    // Exactly 600 s at minute 10 is not too long.
    expect(tell("strict")).toEqual(["s1 fired 11", "s1 resolved cleared 21", "s1 fired 41"]);
    const [pos, , erp, , never] = told.filter(({ ruleId, kind }) => ruleId === "quiet" && kind !== "history");
    expect([pos?.value, pos?.threshold, erp?.value, erp?.threshold]).toEqual([660, 600, 1_860, 1_800]);
    expect(never?.evidence).toMatchObject({ isNeverHeard: true, cadenceSeconds: 900, feed: { store: "s2" } });
    expect(erp?.evidence["summary"]).toBe("31 min, more than 30 min");
    expect(told.every(({ tenant }) => tenant === "t1")).toBe(true);
  });

  it("would have fired in a back-test when it fired", async () => {
    const now = () => world.now;
    const registry = new RegistryService({ postgres: world.postgres, now });
    const backTest = new BackTest({
      figures: new FigureReader(world.service),
      subjects: new SubjectReader({ clickhouse: world.clickhouse, registry, now }),
    });
    const run = async (id: string, clients: readonly string[] | null) => {
      const rule = rules.get(id);
      if (rule === undefined) throw new Error(`There is no rule ${id}.`);
      const limits = clients === null ? {} : { clients };
      const scope = buildScope({ tenant: "t1", role: "administrator", subjectId: "p", ...limits });
      const { episodes } = await backTest.run(scope, rule, { from: at(0), to: at(50) });
      return episodes.map(({ labels, firedAt }) => `${labels["source"] ?? labels["store"]} ${minuteOf(firedAt)}`);
    };
    expect(await run("quiet", null)).toEqual(["pos 11", "erp 31", "pos 41", "never 46"]);
    expect(await run("quiet", ["c2"])).toEqual([]);
    expect(await run("shop", null)).toEqual([]);
  });

  it("shows nobody a feed of a client they may not see", async () => {
    const now = () => world.now;
    const registry = new RegistryService({ postgres: world.postgres, now });
    const subjects = new SubjectReader({ clickhouse: world.clickhouse, registry, now });
    const rule = rules.get("quiet");
    if (rule?.kind !== "freshness") throw new Error("The rule must be there.");
    const list = async (limits: { clients: string[] } | { stores: string[] }) => {
      const scope = buildScope({ tenant: "t1", role: "viewer", subjectId: "p", ...limits });
      const read = await subjects.openSilences(scope, rule, { toMs: at(50).getTime() });
      return (await read(at(50).getTime())).map(({ feed }) => feed.source).sort();
    };
    expect(await list({ clients: ["c2"] })).toEqual([]);
    expect(await list({ clients: ["c1"] })).toEqual(["erp", "never", "pos", "web"]);
  });

  it("counts open time alone, over the night in which clocks go forward", async () => {
    // 19:30 in Berlin: half an hour until it closes, and half an hour of Sunday, is exactly its hour.
    await hear(330, { source: "till", client: "c2", store: "s1" });
    const sunday = (Date.parse("2026-03-29T06:00:00Z") - T0) / MINUTE;
    for (const minute of [331, 361, 600, sunday - 1, sunday + 29, sunday + 30]) await runAt(minute);
    expect(tell("shop").filter((line) => line.includes(" 3") || line.includes("fired 1"))).toEqual([]);
    await runAt(sunday + 31);
    expect(tell("shop").at(-1)).toBe(`s1 fired ${sunday + 31}`);
    await hear(sunday + 31.5, { source: "till", client: "c2", store: "s1" });
    await runAt(sunday + 32);
    expect(tell("shop").at(-1)).toBe(`s1 resolved cleared ${sunday + 32}`);
  });

  it("is over where a store is disabled, by hand, and begins anew when it is back", async () => {
    const sunday = (Date.parse("2026-03-29T06:00:00Z") - T0) / MINUTE;
    const disable = async (isDisabled: boolean) => {
      await world.postgres.db.update(schema.store).set({ isDisabled });
    };
    await disable(true);
    await runAt(sunday + 33);
    expect(tell("strict").at(-1)).toBe(`s1 resolved manual ${sunday + 33}`);
    expect(tell("quiet").slice(-2).sort()).toEqual([
      `never resolved manual ${sunday + 33}`,
      `pos resolved manual ${sunday + 33}`,
    ]);
    await disable(false);
    await runAt(sunday + 34);
    expect(tell("strict").at(-1)).toBe(`s1 fired ${sunday + 34}`);
  });
});
