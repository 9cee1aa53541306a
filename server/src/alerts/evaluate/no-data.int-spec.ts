import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAlertRule } from "@watchfloor/dashboards";
import pino from "pino";
import { insertRows } from "../../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../../metrics/testing/open-metrics-world.js";
import { TransitionRepository } from "../publish/transition.repository.js";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";
import { AlertEvaluation } from "./alert-evaluation.service.js";

const MINUTE = 60_000;
const T0 = Date.parse("2026-06-01T08:00:00Z");
const at = (minute: number) => new Date(T0 + minute * MINUTE);
const SLICE = 300_000;

/** Both clients had runs an hour ago; their sources say something until minute 0, that of c1 is watched for silence. */
describe("nothing, of a source that lives and of one that is dead", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-no-data-"));
  let metrics: MetricsWorld;
  let alerts: AlertWorld;
  let evaluation: AlertEvaluation;
  let contact: string;

  const hear = async (client: string, minute: number) => {
    const feed = { tenant: "t1", client, source: `erp-${client}`, store: "", channel: "", partner: "" };
    const slice = new Date(Math.floor(at(minute).getTime() / SLICE) * SLICE)
      .toISOString()
      .replace("T", " ")
      .slice(0, 19);
    const day = at(minute).toISOString().slice(0, 10);
    const times = { first_seen: at(minute), newest: at(minute), received: at(minute) };
    const cadence = `('${at(minute).toISOString().replace("T", " ").slice(0, 23)}',60)`;
    await insertRows(metrics.clickhouse, "feed", [{ ...feed, ...times, cadence, workflows: "['order-to-erp']" }]);
    await insertRows(metrics.clickhouse, "feed_activity", [{ ...feed, day, slice, newest: at(minute) }]);
    await insertRows(metrics.clickhouse, "feed_count", [
      { ...feed, day, slice, writer: "w", batch: String(minute + 1_000), received: "3" },
    ]);
  };
  const save = async (id: string, text: string) => {
    const definition = parseAlertRule(
      `id: ${id}\ntitle: ${id}\nsummary: s\nforSeconds: 0\n${text}`,
      ALERT_RULE_KNOWLEDGE,
    );
    const saved = { id, definition, fingerprint: "", createdAt: at(0), createdBy: "anna" };
    await new AlertRuleRepository(metrics.postgres).addVersion("t1", saved, 0);
  };
  const few = (more: string) =>
    `kind: threshold\nmetric: runs_started\ngroupBy: [client]\nop: "<"\nlevels: [{ severity: warning, threshold: 1 }]\nnewGroupDelaySeconds: 0\n${more}`;
  const runAt = async (minute: number) => {
    metrics.now = new Date(at(minute).getTime() + MINUTE + 10_000);
    alerts.time = metrics.now.getTime();
    await evaluation.run();
    await alerts.work();
  };
  const tell = async (rule: string) =>
    (await new TransitionRepository(metrics.postgres).listAll("t1", 1_000))
      .filter(({ ruleId, kind }) => ruleId === rule && kind !== "history")
      .map(({ kind, client, slotAt }) => `${client} ${kind} ${(slotAt.getTime() - T0) / MINUTE}`)
      .sort();

  beforeAll(async () => {
    metrics = await openMetricsWorld(directory, at(0));
    alerts = await openAlertWorld(metrics.postgres);
    contact = await alerts.addContact({ target: alerts.webhook() });
    await insertRows(
      metrics.clickhouse,
      "run",
      ["c1", "c2"].map((client) => ({
        ...{ tenant: "t1", client, workflow: "order-to-erp", run: "r1", kind: "run", day: "2026-06-01" },
        ...{ started_at: at(-60), finished_at: at(-59), outcome: "succeeded" },
      })),
    );
    for (const client of ["c1", "c2"]) for (const minute of [-60, -10, 0]) await hear(client, minute);
    await save("few-runs", few("noData: notify\nnoDataKeepSeconds: 600"));
    await save(
      "erp-silent",
      "kind: freshness\nfilter: { sources: [erp-c1] }\ngroupBy: [client, source]\nlevels: [{ severity: critical }]",
    );
    const { clickhouse, postgres } = metrics;
    evaluation = new AlertEvaluation({
      ...{ clickhouse, postgres, now: () => metrics.now, holder: "one", sink: alerts.planner },
      logger: pino({ level: "silent" }),
    });
  }, 60_000);
  afterAll(async () => {
    await alerts.close();
    await metrics.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it("is 0 in the newest window while the source lives", async () => {
    for (const minute of [0, 1, 2]) await runAt(minute);
    expect(await tell("few-runs")).toEqual(["c1 fired 0", "c2 fired 0"]);
  });

  it("is missing once it is dead: what fired goes on, and no rule begins to", async () => {
    for (let minute = 3; minute <= 20; minute += 1) await runAt(minute);
    await save("few-later", few("noData: keep"));
    for (let minute = 21; minute <= 32; minute += 1) await runAt(minute);
    expect(await tell("few-later")).toEqual([]);
    expect((await tell("few-runs")).filter((line) => line.includes("resolved"))).toEqual([]);
  });

  it("is told as no data but where a silence that is told already explains it", async () => {
    expect(await tell("erp-silent")).toEqual(["c1 fired 11"]);
    // Heard within 15 minutes until slot 15; more than ten minutes without a value are those of slot 26.
    expect((await tell("few-runs")).filter((line) => line.includes("no_data"))).toEqual([
      "c1 no_data_started 26",
      "c2 no_data_started 26",
    ]);
    const dispositions = (await alerts.listDispositions(contact)).filter((line) => line.startsWith("no_data"));
    expect(dispositions.sort()).toEqual(["no_data_started delivered", "no_data_started inhibited"]);
    const told = alerts.heard().filter(({ type }) => type === "alert.no_data");
    expect(told.map(({ body }) => JSON.stringify(body).includes('"client":"c2"'))).toEqual([true]);
  });

  it("ends when something comes again, with the 5 minutes in which it came", async () => {
    for (const client of ["c1", "c2"]) await hear(client, 33);
    await runAt(34);
    expect((await tell("few-runs")).filter((line) => line.includes("ended"))).toEqual([
      "c1 no_data_ended 33",
      "c2 no_data_ended 33",
    ]);
    expect((await tell("erp-silent")).at(-1)).toMatch(/c1 fired 11|c1 resolved/);
  });
});
