import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { Registry } from "prom-client";
import { buildScope } from "../../scope/scope.js";
import { insertRows, type TestRow } from "../../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../../metrics/testing/open-metrics-world.js";
import { collectAlertFigures } from "../health/collect-alert-figures.js";
import { IncidentRepository } from "../incidents/incident.repository.js";
import type { CommittedTransition } from "../publish/transition-sink.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { alertRuleSchema, parseAlertRule } from "@watchfloor/dashboards";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { BackTest } from "../back-test/back-test.service.js";
import { FigureReader } from "./figure-reader.service.js";
import { SubjectReader } from "./subject-reader.service.js";
import { fingerprintLabels } from "../instance/fingerprint-labels.js";
import { TransitionRepository } from "../publish/transition.repository.js";
import { fingerprintJudgement } from "../rules/fingerprint-judgement.js";
import { RuleJudge } from "./rule-judge.service.js";
import { AlertEvaluation } from "./alert-evaluation.service.js";

const MINUTE = 60_000;
const T0 = Date.parse("2026-06-01T08:00:00Z");
const at = (minute: number) => new Date(T0 + minute * MINUTE);
const LEVEL = "levels: [{ severity: critical, threshold: 0.5, recoveryThreshold: 0.2 }]";

describe("evaluation of alert rules on the engines", () => {
  let world: MetricsWorld;
  let directory: string;
  let evaluation: AlertEvaluation;
  const told: CommittedTransition[] = [];

  let count = 0;
  /** Runs of order-to-erp that ended in [minute, minute + 1), so many failed of so many. */
  function end(
    minute: number,
    { failed, of, client = "c1" }: { failed: number; of: number; client?: string },
  ): TestRow[] {
    return Array.from({ length: of }, (_, index) => {
      count += 1;
      const endedAt = new Date(at(minute).getTime() + index * 100);
      return {
        ...{
          tenant: "t1",
          client,
          workflow: "order-to-erp",
          run: `r${count}`,
          kind: "run",
          store: "s1",
          channel: "web",
        },
        ...{
          day: endedAt.toISOString().slice(0, 10),
          started_at: new Date(endedAt.getTime() - 1_000),
          finished_at: endedAt,
        },
        outcome: index < failed ? "failed" : "succeeded",
      };
    });
  }
  const save = (text: string, expectedVersion = 0, tenant = "t1") => {
    const definition = parseAlertRule(text, ALERT_RULE_KNOWLEDGE);
    const saved = { id: definition.id, definition, fingerprint: "", createdAt: at(0), createdBy: "p" };
    return new AlertRuleRepository(world.postgres).addVersion(tenant, saved, expectedVersion);
  };
  /** Rules are ready a minute and their spread after a slot. */
  const runAt = async (minute: number, by = evaluation) => {
    world.now = new Date(at(minute).getTime() + MINUTE + 10_000);
    await by.run();
  };
  const open = (holder: string) =>
    new AlertEvaluation({
      ...{ clickhouse: world.clickhouse, postgres: world.postgres, now: () => world.now, holder },
      logger: pino({ level: "silent" }),
      sink: {
        accept: (transition) => {
          if (!told.some(({ id }) => id === transition.id)) told.push(transition);
          return Promise.resolve();
        },
      },
    });
  const tell = (rule: string) =>
    told
      .filter(({ ruleId, kind }) => ruleId === rule && kind !== "history")
      .map(({ kind, reason, slotAt, labels }) => [kind, reason, (slotAt - T0) / MINUTE, labels["client"]]);

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "watchfloor-alerts-"));
    world = await openMetricsWorld(directory, at(0));
    const rows = [
      ...[-1, 0, 1, 2, 3, 4, 5, 6].flatMap((minute) =>
        end(minute, { failed: [0, 1].includes(minute) ? 9 : 0, of: 10 }),
      ),
      ...[0, 1, 2, 3, 4, 5, 6].flatMap((minute) => end(minute, { failed: 1, of: 10, client: "c2" })),
    ];
    await insertRows(world.clickhouse, "run", rows);
    const failing = (more: string) =>
      `kind: threshold\ntitle: Failing\nsummary: "{{value}} of {{client}} fail"\nmetric: failure_rate\nwindowSeconds: 60\n${LEVEL}\n${more}`;
    await save(`id: failing\ngroupBy: [client]\n${failing("forSeconds: 60\nkeepFiringSeconds: 0")}`);
    await save(
      `id: failing-stores\ngroupBy: [client, store]\n${failing("forSeconds: 0\nkeepFiringSeconds: 0\nlabels: { workflow: order-to-erp }")}`,
    );
    await save(
      `id: failing-orders\ngroupBy: [client]\n${failing("forSeconds: 0\nkeepFiringSeconds: 600\nlabels: { workflow: order-to-erp }")}`,
    );
    await save(`id: foreign\ngroupBy: [client]\n${failing("forSeconds: 0")}`, 0, "t2");
    evaluation = open("one");
    await runAt(0);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it("fires and resolves at the slots that the figures say, in the tenant of the rule alone", async () => {
    for (const minute of [1, 2, 3]) await runAt(minute);
    // The slot at minute 1 sees the minute before it, and `for` of a minute takes one slot more.
    expect(tell("failing")).toEqual([
      ["fired", null, 2, "c1"],
      ["resolved", "cleared", 3, "c1"],
    ]);
    expect(told.some(({ tenant }) => tenant === "t2")).toBe(false);
    const [fired] = told.filter(({ ruleId, kind }) => ruleId === "failing" && kind === "fired");
    expect(fired).toMatchObject({ value: 0.9, threshold: 0.5, severity: "critical", client: "c1", ruleVersion: 1 });
    expect(fired?.evidence).toMatchObject({ summary: "90 % of c1 fail", numerator: 9, denominator: 10 });
  });

  it("has incidents with their cause and their end", async () => {
    const incidents = await new IncidentRepository(world.postgres).list("t1", { limit: 10 });
    const [wide] = incidents.filter(({ ruleId }) => ruleId === "failing-orders");
    const [narrow] = incidents.filter(({ ruleId }) => ruleId === "failing-stores");
    expect([wide?.status, wide?.parent]).toEqual(["open", null]);
    expect(narrow).toMatchObject({ status: "resolved", parent: wide?.id, cause: "workflow order-to-erp", store: "s1" });
  });

  it("makes up for slots that were missed, with the same history", async () => {
    await insertRows(
      world.clickhouse,
      "run",
      [7, 8, 9].flatMap((minute) => end(minute, { failed: 9, of: 10 })),
    );
    await runAt(12);
    expect(tell("failing").slice(2)).toEqual([["fired", null, 9, "c1"]]);
    const last = told.filter(({ ruleId }) => ruleId === "failing").at(-1);
    expect(last?.evidence["isCatchUp"]).toBe(true);
  });

  it("freezes what fires while there is no figure", async () => {
    await runAt(14);
    expect(tell("failing")).toHaveLength(3);
  });

  it("lets one of two workers evaluate, and leaves the other the rest when it is gone", async () => {
    const second = open("two");
    const before = told.length;
    await insertRows(world.clickhouse, "run", end(14, { failed: 0, of: 10 }));
    world.now = new Date(world.now.getTime() + 1_000);
    await second.run();
    expect(told).toHaveLength(before);
    await evaluation.close();
    await runAt(15, second);
    expect(tell("failing").at(-1)).toEqual(["resolved", "cleared", 15, "c1"]);
    evaluation = second;
  });

  it("is watched by figures of its own", async () => {
    const registry = new Registry();
    collectAlertFigures(registry, world.postgres);
    const text = await registry.metrics();
    const read = (name: string) => Number(new RegExp(`^watchfloor_alert_${name} (.+)$`, "m").exec(text)?.[1]);
    expect(["rules", "transitions_unpublished", "rules_failing", "slots_skipped"].map(read)).toEqual([4, 0, 0, 0]);
    expect(read("slots_caught_up")).toBeGreaterThan(0);
    expect(read("lag_seconds")).toBeGreaterThan(0);
    expect(read("incidents_open")).toBeGreaterThan(0);
  });

  it("would have fired in a back-test exactly when it fired", async () => {
    const backTest = new BackTest({
      figures: new FigureReader(world.service),
      subjects: new SubjectReader({ clickhouse: world.clickhouse, registry: world.registry, now: () => world.now }),
    });
    const scope = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });
    const rules = await new AlertRuleRepository(world.postgres).list("t1");
    for (const { id, rule } of rules) {
      const { episodes, stepMs } = await backTest.run(scope, rule, { from: at(-1), to: at(15) });
      const fired = told.filter(({ ruleId, kind }) => ruleId === id && kind === "fired");
      expect(stepMs).toBe(MINUTE);
      expect(fired.length).toBeGreaterThan(0);
      expect(episodes.map(({ firedAt, value, summary }) => [firedAt, value, summary])).toEqual(
        fired.map(({ slotAt, value, evidence }) => [slotAt, value, evidence["summary"]]),
      );
    }
  });

  it("resolves what a person pauses, and what no longer matches after an edit at once", async () => {
    const rules = new AlertRuleRepository(world.postgres);
    await insertRows(
      world.clickhouse,
      "run",
      [15, 16, 17, 18].flatMap((minute) => end(minute, { failed: 9, of: 10 })),
    );
    await runAt(17);
    await rules.setPaused("t1", "failing", true, world.now);
    const [listed] = (await rules.list("t1")).filter(({ id }) => id === "failing-orders");
    const edited = `id: failing-orders\nkind: threshold\ntitle: T\nsummary: s\nmetric: failure_rate\ngroupBy: [client]\nlabels: { workflow: order-to-erp }\nlevels: [{ severity: critical, threshold: 0.95 }]\nkeepFiringSeconds: 600\nwindowSeconds: 60`;
    await save(edited, listed?.version ?? 0);
    await runAt(18);
    expect(tell("failing").at(-1)?.slice(0, 2)).toEqual(["resolved", "rule_paused"]);
    expect(tell("failing-orders").at(-1)?.slice(0, 3)).toEqual(["resolved", "rule_updated", 18]);
  });

  it("decides every transition again from what is kept of it", async () => {
    const rules = new AlertRuleRepository(world.postgres);
    const judge = new RuleJudge({
      figures: new FigureReader(world.service),
      subjects: new SubjectReader({ clickhouse: world.clickhouse, registry: world.registry, now: () => world.now }),
    });
    const scope = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });
    const kept = await new TransitionRepository(world.postgres).listAll("t1", 1_000);
    const decided = kept.filter(({ reason }) => reason !== "rule_paused");
    expect(decided.length).toBeGreaterThan(10);
    for (const { ruleId, ruleVersion, slotAt, fingerprint, labels, value, threshold, evidence } of decided) {
      const saved = (await rules.listVersions("t1", ruleId)).find(({ version }) => version === ruleVersion);
      const rule = alertRuleSchema.parse(saved?.definition);
      expect(evidence["judgement"]).toBe(fingerprintJudgement(rule));
      const [verdict] = await judge.judgeMany(scope, [rule], slotAt.getTime());
      if (verdict === undefined || "failure" in verdict) throw new Error(verdict?.failure);
      const again = verdict.judgement.instances.find((each) => fingerprintLabels(each.labels) === fingerprint);
      const judgement = again?.judgement ?? verdict.judgement.judgeAbsent(labels);
      expect([ruleId, judgement.outcome]).toEqual([ruleId, evidence["outcome"]]);
      if (judgement.outcome === "missing") continue;
      expect([judgement.value, again?.threshold]).toEqual([value, threshold]);
      expect(evidence["completeUntil"]).toBeNull();
    }
  });
});
