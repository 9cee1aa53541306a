import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAlertRule } from "@watchfloor/dashboards";
import pino from "pino";
import { insertRows } from "../../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../../metrics/testing/open-metrics-world.js";
import { AlertEvaluation } from "../evaluate/alert-evaluation.service.js";
import { buildRuleKey, readRuleDocument } from "../evaluate/rule-document.js";
import type { CommittedTransition } from "../publish/transition-sink.js";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";

const MINUTE = 60_000;
const T0 = Date.parse("2026-06-01T08:00:00Z");
const at = (minute: number) => new Date(T0 + minute * MINUTE);
const render = (minute: number) => at(minute).toISOString().replace("T", " ").slice(0, 23);

/** Two clients whose orders fail in minute 0; the ERP of c1 says until when it has sent everything, that of c2 says nothing. */
describe("a source that says until when it has sent everything", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-watermark-"));
  let world: MetricsWorld;
  let evaluation: AlertEvaluation;
  const told: CommittedTransition[] = [];

  const hear = (client: string, minute: number, completeMinute?: number) => {
    const feed = { tenant: "t1", client, source: "erp", store: "", channel: "", partner: "" };
    const times = { first_seen: at(minute), newest: at(minute), received: at(minute) };
    const complete =
      completeMinute === undefined
        ? "('1970-01-01 00:00:00.000','1970-01-01 00:00:00.000')"
        : `('${render(completeMinute)}','${render(minute)}')`;
    const words = { cadence: "('1970-01-01 00:00:00.000',0)", workflows: "['order-to-erp']", complete };
    return insertRows(world.clickhouse, "feed", [{ ...feed, ...times, ...words }]);
  };
  const runAt = async (minute: number) => {
    world.now = at(minute);
    await evaluation.run();
  };
  const cursor = async (rule: string) => {
    const document = await new AlertDocumentRepository(world.postgres).get("t1", buildRuleKey(rule));
    return ((readRuleDocument(document?.doc).cursor ?? Number.NaN) - T0) / MINUTE;
  };
  const tell = (rule: string) =>
    told
      .filter(({ ruleId, kind }) => ruleId === rule && kind !== "history")
      .map(({ kind, slotAt }) => `${kind} ${(slotAt - T0) / MINUTE}`);

  beforeAll(async () => {
    world = await openMetricsWorld(directory, at(0));
    for (const client of ["c1", "c2"]) {
      const text = `id: failing-${client}\nkind: threshold\ntitle: F\nsummary: s\nmetric: failure_rate\nfilter: { clients: [${client}] }\ngroupBy: [client]\nwindowSeconds: 60\ndelaySeconds: 300\nforSeconds: 0\nkeepFiringSeconds: 0\nnewGroupDelaySeconds: 0\nlevels: [{ severity: critical, threshold: 0.5 }]`;
      const definition = parseAlertRule(text, ALERT_RULE_KNOWLEDGE);
      const saved = { id: definition.id, definition, fingerprint: "", createdAt: at(0), createdBy: "p" };
      await new AlertRuleRepository(world.postgres).addVersion("t1", saved, 0);
      await hear(client, 0);
      await insertRows(
        world.clickhouse,
        "run",
        [-5, -4, 0, 1, 2, 3, 4, 5, 6, 7].map((minute) => ({
          ...{ tenant: "t1", client, workflow: "order-to-erp", run: `r${minute}`, kind: "run", day: "2026-06-01" },
          ...{ started_at: at(minute), finished_at: at(minute + 0.5), outcome: minute === 0 ? "failed" : "succeeded" },
        })),
      );
    }
    evaluation = new AlertEvaluation({
      ...{ clickhouse: world.clickhouse, postgres: world.postgres, now: () => world.now, holder: "one" },
      logger: pino({ level: "silent" }),
      sink: { accept: (transition) => Promise.resolve(void told.push(transition)) },
    });
    await runAt(0.2);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it("has its slots evaluated as soon as it has, and nobody else before the delay", async () => {
    expect([await cursor("failing-c1"), await cursor("failing-c2")]).toEqual([-5, -5]);
    await hear("c1", 1.05, 1);
    await runAt(1.1);
    // The word was said three seconds ago: not everything it speaks of need be in the engine.
    expect([await cursor("failing-c1"), await cursor("failing-c2")]).toEqual([-4, -4]);
    await runAt(1.2);
    expect([await cursor("failing-c1"), tell("failing-c1")]).toEqual([1, ["fired 1"]]);
    expect([await cursor("failing-c2"), tell("failing-c2")]).toEqual([-4, []]);
    await runAt(1.9);
    expect(await cursor("failing-c1")).toBe(1);
  });

  it("has no figure where it is behind when the delay is over", async () => {
    // Orders of minute 1 succeeded, as far as anybody knows: without its word the alert would be over.
    await runAt(7.2);
    expect([await cursor("failing-c1"), tell("failing-c1")]).toEqual([2, ["fired 1"]]);
    expect([await cursor("failing-c2"), tell("failing-c2")]).toEqual([2, ["fired 1", "resolved 2"]]);
  });

  it("goes on with its next word", async () => {
    await hear("c1", 7.3, 7.25);
    await runAt(7.5);
    expect([await cursor("failing-c1"), tell("failing-c1")]).toEqual([7, ["fired 1", "resolved 3"]]);
  });
});
