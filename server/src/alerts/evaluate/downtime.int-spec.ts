import { parseAlertRule } from "@watchfloor/dashboards";
import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { buildScope } from "../../scope/scope.js";
import { TransitionPublisher } from "../publish/transition-publisher.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";
import { RuleHealthWatch } from "../watch/rule-health-watch.js";
import { judgeRule } from "./judge-rule.js";
import { RuleEvaluation } from "./rule-evaluation.service.js";
import type { SlotVerdict } from "./rule-judge.service.js";

const MINUTE = 60_000;

describe("what happens while alerting stands still", () => {
  let postgres: Postgres;
  let world: AlertWorld;
  let values: (slotMinute: number) => number | "unreachable";
  let start: number;
  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    world = await openAlertWorld(postgres);
    await postgres.db
      .insert(schema.tenant)
      .values({ id: "t1", title: "t1", createdAt: world.now() })
      .onConflictDoNothing();
    for (const id of ["high", "higher"]) await save(id);
  }, 30_000);
  afterAll(async () => {
    await world.close();
    await postgres.close();
  });
  beforeEach(() => {
    values = () => 0;
    world.time += 60 * MINUTE;
    start = world.time = Math.floor(world.time / MINUTE) * MINUTE;
    world.heard();
    world.takeOwnersTold();
  });

  async function save(id: string, more = "", expectedVersion = 0) {
    const text = `id: ${id}\nkind: threshold\ntitle: ${id}\nsummary: it is {{value}}\nmetric: runs_open\nforSeconds: 0\nkeepFiringSeconds: 0\nnewGroupDelaySeconds: 0\ngroupBy: [client]\nlevels: [{ severity: critical, threshold: 5 }]\n${more}`;
    const definition = parseAlertRule(text, ALERT_RULE_KNOWLEDGE);
    const saved = { id, definition, fingerprint: "", createdAt: world.now(), createdBy: "anna" };
    await new AlertRuleRepository(postgres).addVersion("t1", saved, expectedVersion);
  }
  const build = () => {
    const publisher = new TransitionPublisher({ postgres, sink: world.planner, now: world.now });
    return new RuleEvaluation({
      rules: new AlertRuleRepository(postgres),
      documents: new AlertDocumentRepository(postgres),
      judge: {
        judgeMany: (_scope, rules, slotAt) =>
          Promise.resolve(
            rules.map((rule): SlotVerdict => {
              const value = values(Math.round((slotAt - start) / MINUTE));
              if (value === "unreachable") return { failure: "ClickHouse does not answer." };
              const windows = [{ value: rule.id === "high" ? value : 0, numerator: null, denominator: null }];
              return {
                judgement: judgeRule(rule, {
                  now: [{ labels: { client: "c1" }, windows }],
                  before: [],
                  isHeard: () => true,
                }),
              };
            }),
          ),
      },
      publish: (tenant, out) => publisher.publish(tenant, out),
      now: () => world.time,
    });
  };
  const scope = buildScope({ tenant: "t1", role: "administrator", subjectId: "alerts" });
  /** Evaluates what is due so many minutes after the start, in as many turns as it takes. */
  const evaluateAt = async (minute: number, turns = 1) => {
    world.time = start + minute * MINUTE + 75_000;
    for (let turn = 0; turn < turns; turn += 1) await build().run(scope);
    await world.work();
  };

  it("is told in one summary when it began and ended meanwhile, and is no page", async () => {
    const machine = await world.addContact({ target: world.webhook() });
    const pager = { kind: "pagerduty" as const, routingKey: "R".repeat(32), url: `${world.receiver.url}/pager` };
    await world.addContact({ target: pager });
    await evaluateAt(0);
    values = (minute) => ([3, 4, 30].includes(minute) || minute >= 44 ? 9 : 0);
    await evaluateAt(45, 4);
    await world.pass(90_000);
    const heard = world.heard();
    expect(heard.map(({ type }) => type)).toEqual(["alert.fired", "alert.digest"]);
    expect(JSON.stringify(heard[1]?.body)).toContain("2 incidents began and ended while alerting stood still");
    expect(world.heard("pager").map(({ type }) => type)).toEqual(["trigger"]);
    expect((await world.listDispositions(machine)).sort()).toEqual([
      ...["fired closed_during_downtime", "fired closed_during_downtime", "fired delivered"],
      ...["resolved closed_during_downtime", "resolved closed_during_downtime"],
    ]);
    const history = await postgres.db.select().from(schema.alertTransition);
    expect(history.map(({ kind, slotAt }) => [kind, (slotAt.getTime() - start) / MINUTE])).toEqual([
      ...[
        ["fired", 3],
        ["resolved", 5],
        ["fired", 30],
        ["resolved", 31],
        ["fired", 44],
      ],
    ]);
    await postgres.db.delete(schema.contact);
  });

  it("goes on firing when no rule can be asked, and one message says so, once", async () => {
    await world.addContact({ target: world.webhook(), row: { isFallback: true }, subscription: null });
    values = () => 9;
    await evaluateAt(0);
    const firing = async () =>
      (await postgres.db.select().from(schema.alertIncident)).filter(({ status }) => status !== "resolved").length;
    expect(await firing()).toBe(1);
    const watch = new RuleHealthWatch({ postgres, now: world.now, logger: world.logger });
    values = () => "unreachable";
    for (let minute = 1; minute <= 12; minute += 1) {
      await evaluateAt(minute);
      await watch.run();
      await new RuleHealthWatch({ postgres, now: world.now, logger: world.logger }).run();
    }
    await world.work();
    expect(world.takeOwnersTold()).toEqual(["anna: No alert rule can be evaluated: the data does not answer"]);
    expect(await firing()).toBe(1);
    await world.work();
    expect(world.heard()).toEqual([]);
    values = () => 9;
    await evaluateAt(13);
    await watch.run();
    await world.work();
    expect(world.heard().map(({ type }) => type)).toEqual(["alert.resolved"]);
    expect(await firing()).toBe(1);
    expect(world.takeOwnersTold()).toEqual([]);
  });

  it("is told to the fallback contact where a rule has no owner who can be reached", async () => {
    await save("high", "owner: nobody@example.org", 1);
    await save("higher", "owner: nobody@example.org", 1);
    values = () => "unreachable";
    await evaluateAt(0);
    for (let minute = 1; minute <= 8; minute += 1) await evaluateAt(minute);
    const watch = new RuleHealthWatch({ postgres, now: world.now, logger: world.logger });
    for (let turn = 0; turn < 3; turn += 1) await watch.run();
    await world.work();
    const heard = world.heard();
    expect(heard.map(({ type }) => type)).toEqual(["alert.rule_health"]);
    expect(world.takeOwnersTold()).toEqual([]);
    expect(JSON.stringify(heard[0]?.body)).toContain("ClickHouse does not answer.");
  });
});
