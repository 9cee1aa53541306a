import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAlertRule } from "@watchfloor/dashboards";
import { openMetricsWorld, type MetricsWorld } from "../../metrics/testing/open-metrics-world.js";
import { buildScope } from "../../scope/scope.js";
import { FigureReader } from "../evaluate/figure-reader.service.js";
import { SubjectReader } from "../evaluate/subject-reader.service.js";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { BackTest } from "./back-test.service.js";

const DAY = 86_400_000;
const FROM = Date.parse("2026-05-01T00:00:00Z");
const DAYS = 2;
const STORES = 10_000;
const RUNS = 40_000;
const SCOPE = buildScope({ tenant: "t1", role: "administrator", subjectId: "p" });

/** Every store ends two runs a day, at times of its own; store 77 fails each of them on the second day. */
describe("a back-test of ten thousand groups", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-many-groups-"));
  let world: MetricsWorld;
  beforeAll(async () => {
    world = await openMetricsWorld(directory, new Date(FROM + DAYS * DAY));
    const ended = `fromUnixTimestamp64Milli(toInt64(${FROM}) + intDiv(number, ${STORES}) * toInt64(${DAY / 2}) + toInt64(sipHash64(number) % ${DAY / 2}), 'UTC')`;
    const isBad = `(number % ${STORES} = 77 AND toDate(finished_at) = '2026-05-02')`;
    await world.clickhouse
      .command(`INSERT INTO run (tenant, client, workflow, run, kind, store, day, started_at, finished_at, due_at, mismatched_at, outcome, attempts, version)
      SELECT 't1', 'c1', 'w', toString(number), 'run', leftPad(toString(number % ${STORES}), 5, '0'), toDate(finished_at), finished_at - INTERVAL 1 SECOND,
        ${ended} AS finished_at, '2299-12-31 00:00:00', '2299-12-31 00:00:00', if(${isBad}, 'failed', 'succeeded'), 1, 1 FROM numbers(${RUNS})`);
  }, 120_000);
  afterAll(async () => {
    await world.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it("is answered in parts, with its progress, at the slots of the rule", async () => {
    const rule = parseAlertRule(
      'id: r\nkind: threshold\ntitle: R\nsummary: "{{store}}"\nmetric: failure_rate\ngroupBy: [client, store]\nwindowSeconds: 3600\nintervalSeconds: 300\nforSeconds: 0\nkeepFiringSeconds: 0\nnewGroupDelaySeconds: 0\nlevels: [{ severity: warning, threshold: 0.5 }]',
      ALERT_RULE_KNOWLEDGE,
    );
    const backTest = new BackTest({
      figures: new FigureReader(world.service),
      subjects: new SubjectReader({ clickhouse: world.clickhouse, registry: world.registry, now: () => world.now }),
    });
    const shares: number[] = [];
    const watch = { tell: (share: number) => void shares.push(share), isOver: () => false };
    const startedAt = performance.now();
    const range = { from: new Date(FROM), to: new Date(FROM + DAYS * DAY) };
    const { episodes, slots, stepMs } = await backTest.run(SCOPE, rule, { ...range, watch });
    process.stderr.write(`10,000 groups, ${slots} slots: ${Math.round((performance.now() - startedAt) / 1_000)} s\n`);
    expect([slots, stepMs]).toEqual([576, 300_000]);
    expect(new Set(episodes.map(({ labels }) => labels["store"]))).toEqual(new Set(["00077"]));
    expect(episodes.length).toBeGreaterThan(0);
    expect(shares).toEqual([...shares].sort((left, right) => left - right));
    expect(shares.at(-1)).toBeCloseTo(1, 1);
  }, 900_000);
});
