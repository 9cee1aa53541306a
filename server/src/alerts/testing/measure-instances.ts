import { parseAlertRule } from "@watchfloor/dashboards";
import { buildMetricsService } from "../../metrics/execution/build-metrics-service.js";
import { insertRows } from "../../metrics/testing/insert-rows.js";
import { openMetricsWorld } from "../../metrics/testing/open-metrics-world.js";
import { buildScope } from "../../scope/scope.js";
import { FigureReader } from "../evaluate/figure-reader.service.js";
import { RuleEvaluation } from "../evaluate/rule-evaluation.service.js";
import { RuleJudge } from "../evaluate/rule-judge.service.js";
import { SubjectReader } from "../evaluate/subject-reader.service.js";
import { TransitionPublisher } from "../publish/transition-publisher.js";
import { HISTORY_ONLY } from "../publish/transition-sink.js";
import { ALERT_RULE_KNOWLEDGE } from "../rules/alert-rule-knowledge.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";

const MINUTE = 60_000;
const T0 = Date.parse("2026-06-01T08:00:00Z");
const METRICS = ["failure_rate", "success_rate", "first_pass_rate", "dead_letter_rate", "duration_p95"];
const SLOTS = 4;

/** InstanceMeasure is how long the evaluation of many instances took, in milliseconds, slot by slot; the first also judges what fires. */
export interface InstanceMeasure {
  readonly instances: number;
  readonly statements: number;
  readonly firing: number;
  readonly slotMs: readonly number[];
}

/** measureInstances evaluates rules of every store on the engines, as a worker does, until each slot is committed and published. */
export async function measureInstances(
  directory: string,
  { stores, rules }: { readonly stores: number; readonly rules: number },
): Promise<InstanceMeasure> {
  const world = await openMetricsWorld(directory, new Date(T0));
  const { clickhouse, postgres, registry } = world;
  const ids = Array.from({ length: stores }, (_, index) => `m${index}`);
  const rows = ids.flatMap((store, place) =>
    Array.from({ length: 10 }, (_, index) => {
      const endedAt = new Date(T0 - 5 * MINUTE + index * MINUTE + place);
      return {
        ...{ tenant: "t1", client: "c1", store, workflow: "w", run: `${store}-${index}`, kind: "run" },
        ...{ day: endedAt.toISOString().slice(0, 10), started_at: new Date(endedAt.getTime() - 1_000) },
        ...{ finished_at: endedAt, outcome: place % 50 === 0 ? "failed" : "succeeded" },
      };
    }),
  );
  await insertRows(clickhouse, "run", rows);
  for (let rule = 0; rule < rules; rule += 1) await saveRule(new AlertRuleRepository(postgres), rule);
  let statements = 0;
  const counted: typeof clickhouse = {
    ...clickhouse,
    query: (asked) => {
      statements += 1;
      return clickhouse.query(asked);
    },
  };
  const clock = () => world.now;
  const { metrics } = buildMetricsService({ clickhouse: counted, postgres, registry, now: clock });
  const publisher = new TransitionPublisher({ postgres, sink: HISTORY_ONLY, now: clock });
  const evaluation = new RuleEvaluation({
    ...{ rules: new AlertRuleRepository(postgres), documents: new AlertDocumentRepository(postgres) },
    judge: new RuleJudge({
      figures: new FigureReader(metrics),
      subjects: new SubjectReader({ clickhouse, registry, now: clock }),
    }),
    publish: (tenant, out) => publisher.publish(tenant, out),
    now: () => world.now.getTime(),
  });
  const scope = buildScope({ tenant: "t1", role: "administrator", subjectId: "proof" });
  const slotMs: number[] = [];
  let firing = 0;
  for (let slot = 0; slot < SLOTS; slot += 1) {
    world.now = new Date(T0 + slot * MINUTE + 2 * MINUTE);
    const startedAt = performance.now();
    firing += (await evaluation.run(scope)).transitions;
    slotMs.push(performance.now() - startedAt);
  }
  await world.close();
  return { instances: stores * rules, statements: Math.round(statements / SLOTS), firing, slotMs };
}

function saveRule(repository: AlertRuleRepository, place: number): Promise<boolean> {
  const metric = METRICS[place % METRICS.length] ?? "failure_rate";
  const definition = parseAlertRule(
    `id: rule-${place}\nkind: threshold\ntitle: R\nsummary: "{{value}} of {{store}}"\nmetric: ${metric}\ngroupBy: [client, store]\nforSeconds: 0\nlevels: [{ severity: warning, threshold: ${metric === "failure_rate" ? 0.5 : 1e6} }]`,
    ALERT_RULE_KNOWLEDGE,
  );
  const saved = { id: definition.id, definition, fingerprint: "", createdAt: new Date(T0), createdBy: "proof" };
  return repository.addVersion("t1", saved, 0);
}
