import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAlertRule } from "@watchfloor/dashboards";
import pino from "pino";
import { insertRows } from "../../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../../metrics/testing/open-metrics-world.js";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import { LATE_KEY, readLateDocument } from "./late-document.js";
import { DELAY_KEY, readDelayDocument } from "./delay-document.js";
import { DelayWatch } from "./delay-watch.js";
import { proposeDelay } from "./propose-delay.js";
import { LateRowsWatch } from "./late-rows-watch.js";

const T0 = Date.parse("2026-06-01T08:00:00Z");

describe("rows that come after their slot was evaluated", () => {
  let world: MetricsWorld;
  let directory: string;
  let count = 0;
  /** An event of a second after eight, received another second after eight. */
  const event = (second: number, receivedSecond: number, given: Record<string, string> = {}) => {
    count += 1;
    return {
      ...{ tenant: "t1", client: "c1", source: "pos", id: `e${count}`, kind: "event", payload: "{}" },
      ...{ time: new Date(T0 + second * 1_000), received_at: new Date(T0 + receivedSecond * 1_000), ...given },
    };
  };
  const save = async (id: string, more: string) => {
    const text = `id: ${id}\nkind: threshold\ntitle: t\nsummary: s\nmetric: runs_open\nlevels: [{ severity: info, threshold: 1 }]\n${more}`;
    const definition = parseAlertRule(text, ALERT_RULE_KNOWLEDGE);
    const saved = { id, definition, fingerprint: "", createdAt: new Date(T0), createdBy: "p" };
    await new AlertRuleRepository(world.postgres).addVersion("t1", saved, 0);
  };
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "watchfloor-late-"));
    world = await openMetricsWorld(directory, new Date(T0));
    await save("minute", "");
    await save("patient", "delaySeconds: 600");
    await save("other-source", "filter: { sources: [erp] }");
    await save("hourly", "intervalSeconds: 3600\nwindowSeconds: 3600");
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });
  const watchAt = async (second: number) => {
    const { clickhouse, postgres } = world;
    const now = () => new Date(T0 + second * 1_000);
    await new LateRowsWatch({ clickhouse, postgres, now, logger: pino({ level: "silent" }) }).run();
    const stored = await new AlertDocumentRepository(postgres).get("t1", LATE_KEY);
    return readLateDocument(stored?.doc)?.rules;
  };

  it("are counted once, for the rules that look at them", async () => {
    expect(await watchAt(0)).toEqual({ minute: 0, patient: 0, "other-source": 0, hourly: 0 });
    await insertRows(world.clickhouse, "event", [
      // The slot of 8:01 is evaluated at 8:02.
      ...[event(0, 119), event(59, 120), event(0, 121), event(59, 900), event(30, 301, { tenant: "t2" })],
      ...[event(-90_000, 130), event(0, 500, { source: "erp" })],
    ]);
    expect(await watchAt(1_200)).toEqual({ minute: 3, patient: 1, "other-source": 1, hourly: 0 });
    expect(await watchAt(1_300)).toEqual({ minute: 3, patient: 1, "other-source": 1, hourly: 0 });
    await insertRows(world.clickhouse, "event", [event(0, 1_280), event(1_180, 1_290)]);
    expect(await watchAt(1_400)).toEqual({ minute: 5, patient: 2, "other-source": 1, hourly: 0 });
  });

  it("tell how long a rule should wait: what 99.5 % of its slowest source need", async () => {
    const { clickhouse, postgres } = world;
    const day = 86_400;
    const slow = Array.from({ length: 400 }, (_, at) =>
      event(day + at, day + at + (at < 390 ? 2 : 700), { source: "cloud" }),
    );
    const quick = Array.from({ length: 400 }, (_, at) =>
      event(day + at, day + at + (at < 399 ? 2 : 700), { source: "till" }),
    );
    const old = Array.from({ length: 400 }, (_, at) => event(at, 2 * day + at, { source: "till" }));
    const foreign = Array.from({ length: 400 }, (_, at) =>
      event(day + at, day + at + 3_000, { tenant: "t2", source: "till" }),
    );
    await insertRows(clickhouse, "event", [...slow, ...quick, ...old, ...foreign]);
    await save("cloud", "filter: { sources: [cloud] }");
    await save("till", "filter: { sources: [till] }");
    await save("cloud-patient", "filter: { sources: [cloud] }\ndelaySeconds: 900");
    const now = () => new Date(T0 + 2 * day * 1_000);
    const parts = { clickhouse, postgres, now, logger: pino({ level: "silent" }) };
    await new DelayWatch(parts).run();
    await new DelayWatch(parts).run();
    const stored = await new AlertDocumentRepository(postgres).get("t1", DELAY_KEY);
    const delays = readDelayDocument(stored?.doc);
    expect([stored?.version, delays?.sources.map(({ source, events }) => [source, events])]).toEqual([
      1,
      [
        ["cloud", 400],
        ["till", 400],
      ],
    ]);
    const rules = await new AlertRuleRepository(postgres).list("t1");
    const proposed = rules
      .filter(({ id }) => ["cloud", "till", "cloud-patient"].includes(id))
      .map(({ id, rule }) => [id, proposeDelay(rule, delays)?.proposedSeconds]);
    expect(proposed).toEqual([
      ["cloud", 900],
      ["cloud-patient", undefined],
      ["till", undefined],
    ]);
  });
});
