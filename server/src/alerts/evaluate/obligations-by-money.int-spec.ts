import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAlertRule } from "@watchfloor/dashboards";
import { insertRows } from "../../metrics/testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../../metrics/testing/open-metrics-world.js";
import { buildScope } from "../../scope/scope.js";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { FigureReader } from "./figure-reader.service.js";
import { RuleJudge } from "./rule-judge.service.js";
import { SubjectReader } from "./subject-reader.service.js";

const SLOT = Date.parse("2026-06-01T08:00:00Z");
const MINUTE = 60_000;

describe("obligations by money on the engines", () => {
  let world: MetricsWorld;
  let directory: string;
  let count = 0;
  /** A run of 100 minutes that began so long ago and is still open. */
  const open = (agoMinutes: number, money: number, given: Record<string, string> = {}) => {
    count += 1;
    const started = new Date(SLOT - agoMinutes * MINUTE);
    return {
      ...{ tenant: "t1", client: "c1", workflow: "order-to-erp", run: `r${count}`, kind: "run", store: "s1" },
      ...{ day: started.toISOString().slice(0, 10), started_at: started, money, currency: "EUR" },
      ...{ due_at: new Date(started.getTime() + 100 * MINUTE), ...given },
    };
  };
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), "watchfloor-money-"));
    world = await openMetricsWorld(directory, new Date(SLOT));
    await insertRows(world.clickhouse, "run", [
      ...[open(101, 70), open(150, 40), open(150, 5_000, { currency: "JPY" }), open(200, 8, { store: "s2" })],
      ...[open(80, 30), open(99, 12, { store: "s2" }), open(79, 900)],
      ...[open(150, 1_000, { client: "c2" }), open(150, 9_999, { tenant: "t2" })],
    ]);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  async function judge(text: string) {
    const judge = new RuleJudge({
      figures: new FigureReader(world.service),
      subjects: new SubjectReader({ clickhouse: world.clickhouse, registry: world.registry, now: () => world.now }),
    });
    const rule = parseAlertRule(
      `id: r\nkind: obligations\ntitle: R\nsummary: s\nby: money\n${text}`,
      ALERT_RULE_KNOWLEDGE,
    );
    const scope = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });
    const [verdict] = await judge.judgeMany(scope, [rule], SLOT);
    if (verdict === undefined || "failure" in verdict) throw new Error(verdict?.failure);
    return verdict.judgement.instances
      .map(({ labels, judgement }) => [
        labels["client"],
        labels["store"] ?? "",
        labels["currency"],
        judgement.value,
        judgement.outcome,
      ])
      .sort();
  }
  const LEVELS = "levels: [{ severity: warning, threshold: 100 }]";

  it("tells clients and currencies apart, and no other tenant", async () => {
    expect(await judge(`state: overdue\ngroupBy: [client]\n${LEVELS}`)).toEqual([
      ["c1", "", "EUR", 118, "match"],
      ["c1", "", "JPY", 5_000, "match"],
      ["c2", "", "EUR", 1_000, "match"],
    ]);
  });

  it("tells stores apart, and looks at one currency where it is told to", async () => {
    expect(await judge(`state: overdue\ncurrency: EUR\ngroupBy: [client, store]\n${LEVELS}`)).toEqual([
      ["c1", "s1", "EUR", 110, "match"],
      ["c1", "s2", "EUR", 8, "clear"],
      ["c2", "s1", "EUR", 1_000, "match"],
    ]);
  });

  it("counts what is about to be late from 80 % of its time on, until it is late", async () => {
    expect(await judge(`state: at_risk\ngroupBy: [client, store]\n${LEVELS}`)).toEqual([
      ["c1", "s1", "EUR", 30, "clear"],
      ["c1", "s2", "EUR", 12, "clear"],
    ]);
  });
});
