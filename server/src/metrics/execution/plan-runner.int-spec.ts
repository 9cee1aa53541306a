import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ClickHouse } from "@watchfloor/sql";
import { buildScope } from "../../scope/scope.js";
import { METRIC_CATALOG } from "../metric-catalog.js";
import type { MetricQuestion } from "../query/metric-query.js";
import { buildRawWorld } from "../testing/build-raw-world.js";
import { insertRows } from "../testing/insert-rows.js";
import { openMetricsWorld, type MetricsWorld } from "../testing/open-metrics-world.js";
import { MetricsRepository } from "./metrics.repository.js";
import { MetricsService } from "./metrics.service.js";

const NOW = new Date("2026-04-02T09:30:00.500Z");
const FROM = new Date("2026-04-01T00:00:00Z");
const admin = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });
const ofClient = buildScope({ tenant: "t1", role: "administrator", subjectId: "p", clients: ["c1"] });
const ofOthers = buildScope({ tenant: "t2", role: "administrator", subjectId: "o" });

describe("questions of one moment", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-batch-"));
  let world: MetricsWorld;
  let service: MetricsService;
  let asked: string[] = [];

  beforeAll(async () => {
    world = await openMetricsWorld(directory, NOW);
    const raw = buildRawWorld({ from: FROM.getTime() - 2 * 86_400_000, asOf: NOW.getTime() });
    for (const table of ["run", "exception", "measure"] as const)
      await insertRows(world.clickhouse, table, raw.rows[table]);
    const counted: ClickHouse = {
      ...world.clickhouse,
      query: (query) => {
        asked.push(query.name);
        return world.clickhouse.query(query);
      },
    };
    const { registry, settings } = world;
    const repository = new MetricsRepository(counted, () => NOW);
    service = new MetricsService({ repository, registry, settings, now: () => new Date(NOW) });
  }, 60_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  type Answer = Awaited<ReturnType<typeof ask>>[number];
  const readGroups = (answer: Answer | undefined) => (answer !== undefined && "groups" in answer ? answer.groups : []);
  const question = (metrics: readonly string[], more: Partial<MetricQuestion> = {}): MetricQuestion => ({
    ...{ metrics, from: FROM, to: new Date("2026-04-03T00:00:00Z"), timeZone: "UTC" },
    ...more,
  });
  async function ask(questions: readonly MetricQuestion[], scope = admin) {
    const outcomes = await Promise.all(questions.map((each) => service.ask(scope, each, { coverage: false })));
    return outcomes.map((outcome) => {
      // Some metrics say something of stores only, or have no attributes: their refusals must be the same, too.
      if (!outcome.isAnswered) return outcome.refusal;
      const { sql: _, ...answer } = outcome.answer;
      return answer;
    });
  }
  async function askOneByOne(questions: readonly MetricQuestion[]) {
    const answers = [];
    for (const each of questions) answers.push(...(await ask([each])));
    return answers;
  }

  it("that differ in metrics alone are one statement for each source and instant, and answer as if asked alone", async () => {
    const panels = ["runs_finished", "success_rate", "failure_rate", "duration_p95", "first_pass_rate", "retry_rate"];
    const questions = panels.map((id) => question([id], { groupBy: ["STORE"], granularity: "DAY" }));
    const alone = await askOneByOne(questions);
    asked = [];
    expect(await ask(questions)).toEqual(alone);
    expect(asked).toHaveLength(1);
    expect(readGroups(alone[0]).length).toBeGreaterThan(2);
  });

  it.each<Partial<MetricQuestion>>([
    { groupBy: ["STORE"] },
    { groupBy: ["WORKFLOW"], granularity: "HOUR" },
    { compareTo: "PREVIOUS_PERIOD", groupBy: ["CHANNEL"] },
  ])(
    "of the whole catalogue answer together as alone: %j",
    async (more) => {
      const offers = (dimensions: readonly string[]) => (more.groupBy ?? []).every((name) => dimensions.includes(name));
      const questions = METRIC_CATALOG.filter(
        ({ dimensions, formula }) => offers(dimensions) && formula.form !== "unmeasured",
      ).map(({ id }) => question([id], { ...more, limit: id.endsWith("p95") ? 2 : null }));
      const together = await ask(questions);
      const alone = await askOneByOne(questions);
      for (const [position, answer] of alone.entries()) expect(together[position]).toEqual(answer);
      expect(alone.filter((answer) => "groups" in answer).length).toBeGreaterThan(50);
    },
    60_000,
  );

  it("of different filters, ranges or people never mix", async () => {
    const other = question(["runs_finished"], { filter: { stores: ["s1"] } });
    const questions = [question(["runs_finished"]), other, question(["runs_finished"], { to: NOW, from: new Date(0) })];
    const alone = await askOneByOne(questions);
    expect(await ask(questions)).toEqual(alone);
    const scopes = [admin, ofClient, ofOthers];
    const together = await Promise.all(scopes.map((scope) => ask([question(["runs_finished"])], scope)));
    const apart = [];
    for (const scope of scopes) apart.push(await ask([question(["runs_finished"])], scope));
    expect(together).toEqual(apart);
    expect(new Set(together.map(([answer]) => readGroups(answer)[0]?.values[0]?.value)).size).toBe(3);
  });

  it("that cannot be answered do not keep the others from their answers", async () => {
    const outcomes = await Promise.all(
      [question(["runs_finished"]), question(["nonsense"])].map((each) =>
        service.ask(admin, each, { coverage: false }),
      ),
    );
    expect(outcomes.map(({ isAnswered }) => isAnswered)).toEqual([true, false]);
  });
});
