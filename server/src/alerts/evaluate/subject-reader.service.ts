import type { AlertRule } from "@watchfloor/dashboards";
import type { ClickHouse } from "@watchfloor/sql";
import { AnomalyRepository } from "../../anomalies/list/anomaly.repository.js";
import type { AnomalyView } from "../../anomalies/list/anomaly-view.js";
import { PromotionRepository } from "../../promotions/promotion.repository.js";
import { PromotionsService } from "../../promotions/promotions.service.js";
import type { RegistryService } from "../../registry/registry.service.js";
import { resolveReach } from "../../scope/resolve-reach.js";
import type { Scope } from "../../scope/scope.js";
import { FreshnessReader, type ReadSilences } from "../freshness/freshness-reader.service.js";
import type { Labels } from "../instance/fingerprint-labels.js";
import { buildRuleFilter } from "../rules/build-rule-filter.js";
import type { FoundSubject } from "./slot-figures.js";

type AnomalyRule = Extract<AlertRule, { kind: "anomaly" }>;
type FreshnessRule = Extract<AlertRule, { kind: "freshness" }>;
type ReadinessRule = Extract<AlertRule, { kind: "readiness" }>;

const HOUR_MS = 3_600_000;
const PAGE = 200;
const MAX_PAGES = 10;
const SEVERITY_OF = { low: "LOW", medium: "MEDIUM", high: "HIGH" } as const;

/** SubjectReader finds what rules watch that is no metric: anomalies that are going on, launches that are near, feeds that are silent. */
export class SubjectReader {
  private readonly anomalies: AnomalyRepository;
  private readonly promotions: PromotionRepository;

  private readonly freshness: FreshnessReader;

  constructor(private readonly parts: { clickhouse: ClickHouse; registry: RegistryService; now: () => Date }) {
    this.freshness = new FreshnessReader(parts);
    this.anomalies = new AnomalyRepository(parts.clickhouse);
    this.promotions = new PromotionRepository(parts.clickhouse);
  }

  /** read gives what a rule watches at a slot. Rejects with a `ClickHouseFailure`. */
  read(scope: Scope, rule: AnomalyRule | ReadinessRule, slotAt: number): Promise<FoundSubject[]> {
    return rule.kind === "anomaly" ? this.readAnomalies(scope, rule, slotAt) : this.readLaunches(scope, rule, slotAt);
  }

  /** openSilences reads which feeds a rule expects, and gives their silences at slots up to `toMs`. */
  openSilences(scope: Scope, rule: FreshnessRule, range: { readonly toMs: number }): Promise<ReadSilences> {
    return this.freshness.open(scope, rule, range);
  }

  /** readAnomaliesOf reads the anomalies of a range at once, and gives those that were going on at a slot of it. */
  async readAnomaliesOf(
    scope: Scope,
    rule: AnomalyRule,
    { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
  ): Promise<(slotAt: number) => FoundSubject[]> {
    const all = await this.findAnomalies(scope, rule, { from: new Date(fromMs), to: new Date(toMs) });
    return (slotAt) =>
      all
        .filter(
          ({ startedAt, endedAt }) => startedAt.getTime() < slotAt && (endedAt?.getTime() ?? Infinity) > slotAt - 1,
        )
        .map(buildAnomaly);
  }

  private async readAnomalies(scope: Scope, rule: AnomalyRule, slotAt: number): Promise<FoundSubject[]> {
    const range = { from: new Date(slotAt - 1), to: new Date(slotAt) };
    return (await this.findAnomalies(scope, rule, range)).map(buildAnomaly);
  }

  private async findAnomalies(
    scope: Scope,
    rule: AnomalyRule,
    range: { readonly from: Date; readonly to: Date },
  ): Promise<AnomalyView[]> {
    const reach = await resolveReach(this.parts.registry, scope, buildRuleFilter(rule));
    const filter = {
      metrics: rule.metrics.length === 0 ? null : rule.metrics,
      minSeverity: SEVERITY_OF[rule.leastSeverity],
    };
    const found: AnomalyView[] = [];
    let after: { startedAtMs: number; id: string } | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const rows = await this.anomalies.findPage(reach, { filter, ...range, first: PAGE, after });
      const shown = rows.slice(0, PAGE);
      found.push(...shown);
      const last = shown[shown.length - 1];
      if (rows.length <= PAGE || last === undefined) break;
      after = { startedAtMs: last.startedAt.getTime(), id: last.id };
    }
    return found;
  }

  /** The value is how many gates of a launch are not green; one without gates has nothing that could be ready. */
  private async readLaunches(scope: Scope, rule: ReadinessRule, slotAt: number): Promise<FoundSubject[]> {
    const { registry } = this.parts;
    const service = new PromotionsService({ repository: this.promotions, registry, now: () => new Date(slotAt) });
    const to = new Date(slotAt + rule.withinHours * HOUR_MS);
    const answer = await service.list(scope, { filter: buildRuleFilter(rule), from: new Date(slotAt), to });
    if ("refusal" in answer) throw new Error(answer.refusal.message);
    return answer.promotions
      .filter(({ startsAt }) => startsAt !== null && startsAt.getTime() > slotAt && startsAt <= to)
      .map(({ client, change, gates, startsAt, title, action }) => {
        const open = gates.filter(({ state }) => state !== "GREEN");
        const evidence = { title, action, startsAt: startsAt?.toISOString(), gates: open.map((gate) => gate.title) };
        return { labels: { client, change }, value: open.length, evidence };
      });
  }
}

function buildAnomaly(anomaly: AnomalyView): FoundSubject {
  const { client, metric, store, channel, partner, workflow, source, measure, currency } = anomaly;
  const places: Labels = Object.fromEntries(
    Object.entries({ client, metric, store, channel, partner, workflow, source, measure, currency }).flatMap(
      ([name, id]) => (id === null || id === "" ? [] : [[name, id]]),
    ),
  );
  const { id, text, value, expectedLow, expectedHigh, score } = anomaly;
  return { labels: places, value: score, evidence: { anomaly: id, text, value, expectedLow, expectedHigh } };
}
