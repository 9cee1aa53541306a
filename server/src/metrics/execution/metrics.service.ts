import type { RegistryService } from "../../registry/registry.service.js";
import type { RegistryClient, TenantRegistry } from "../../registry/tenant-registry.js";
import type { Reach } from "../../scope/reach.js";
import { resolveReach } from "../../scope/resolve-reach.js";
import type { Scope } from "../../scope/scope.js";
import type { Statement } from "../compiler/statement.js";
import type { MetricDefinition } from "../metric-definition.js";
import type { Dimension } from "../metric-words.js";
import { buildComparisonRange } from "../query/build-comparison-range.js";
import { checkMetricQuestion, type MetricCheck } from "../query/check-metric-question.js";
import type { MetricRefusal } from "../query/metric-refusal.js";
import type { MetricQuery, MetricQuestion } from "../query/metric-query.js";
import type { FigureSettingsService } from "../settings/figure-settings.service.js";
import { buildAssumptions } from "../settings/metric-assumptions.js";
import { buildCoverage } from "./build-coverage.js";
import type { MetricAnswer } from "./metric-answer.js";
import type { RolledSources } from "./find-rolled-facts.js";
import { holdForTurn } from "./hold-for-turn.js";
import { PlanRunner } from "./plan-runner.js";
import { runQuestion, type QuestionSources, type RunQuestion } from "./run-question.js";
import { shapeGroups } from "./shape-groups.js";

/** MetricWants leaves out what nobody reads: coverage scans the activity of every feed. */
export interface MetricWants {
  readonly coverage: boolean;
  /** Metrics that are asked for by id and are in no catalogue. */
  readonly definitions?: readonly MetricDefinition[];
  /** Bounds of buckets in epoch milliseconds, ascending, from `from` to `to`, where none of the granularities fits. */
  readonly edges?: readonly number[];
  /** Every group there is, not only as many as a page shows. */
  readonly isWhole?: boolean;
}

/** MetricOutcome is an answer, or the reason why there is none. */
export type MetricOutcome =
  | { readonly isAnswered: true; readonly answer: MetricAnswer }
  | { readonly isAnswered: false; readonly refusal: MetricRefusal };

const TOO_MANY_GROUPS: MetricRefusal = {
  reason: "too_many_points",
  field: "query.groupBy",
  detail: "The answer has too many groups and points.",
  remedy: "Filter, group by fewer dimensions, set a limit, or choose a longer granularity.",
};
const MAX_ANSWERED_POINTS = 400_000;

/** MetricsParts is what the service works with; without `status` every answer comes from the rows. */
export interface MetricsParts extends RolledSources {
  readonly registry: RegistryService;
  /** What tenants stated; without it the standard holds. */
  readonly settings?: FigureSettingsService;
  readonly now: () => Date;
}

/** MetricsService is where every number comes from: check, resolve the reach, plan, run, join. */
export class MetricsService {
  private readonly sources: QuestionSources;
  private readonly now: () => Date;

  constructor(private readonly parts: MetricsParts) {
    this.sources = { ...parts, runner: new PlanRunner(parts.repository) };
    this.now = holdForTurn(parts.now);
  }

  /** ask answers a question within a scope, or says why not. Rejects with a `ClickHouseFailure`. */
  async ask(scope: Scope, question: MetricQuestion, wants: MetricWants): Promise<MetricOutcome> {
    const now = this.now();
    const check = await this.check(scope, question, { now, definitions: wants.definitions });
    if (!check.isAccepted) return { isAnswered: false, refusal: check.refusal };
    const registry = await this.parts.registry.findVisible(scope);
    const reach = await resolveReach(this.parts.registry, scope, question.filter);
    const query = widenQuery(addClientOfStores(check.query, reach), wants);
    return this.answer({ scope, reach, registry, now, query, wants });
  }

  /** check says what a question means for whoever asks, its zone and calendar included, or why it cannot be answered. */
  async check(
    scope: Scope,
    question: MetricQuestion,
    given: { now: Date; definitions?: readonly MetricDefinition[] | undefined },
  ): Promise<MetricCheck> {
    const client = findOnlyClient(await this.parts.registry.findVisible(scope), question);
    const zone = client?.timeZone ?? (await this.parts.registry.findTenant(scope))?.timeZone ?? "UTC";
    const retailCalendar =
      question.calendar === "RETAIL" ? await this.parts.settings?.findCalendar(scope, client?.id) : undefined;
    return checkMetricQuestion(question, { ...given, zone, retailCalendar });
  }

  private async answer(asked: Asked): Promise<MetricOutcome> {
    const { scope, reach, query, registry, now } = asked;
    const calendarOfStore = registry.stores.filter((store) => store.calendar !== "");
    const knowledge = { declared: await this.parts.registry.findVisibleFeeds(scope), calendarOfStore };
    const question: RunQuestion = {
      ...query,
      measures: query.filter.measures ?? null,
      steps: query.filter.steps ?? null,
      now,
      knowledge,
      assumptions: buildAssumptions((await this.parts.settings?.findAssumptions(scope)) ?? [], query.asOf),
    };
    const earlierQuestion = buildEarlier(query, question);
    const isJudged = query.metrics.some(({ needsCoverage }) => needsCoverage === true);
    const isCovered = asked.wants.coverage || isJudged || earlierQuestion !== undefined;
    const [current, earlier, coverage, earlierCoverage] = await Promise.all([
      runQuestion(this.sources, reach, question),
      earlierQuestion === undefined ? undefined : runQuestion(this.sources, reach, earlierQuestion),
      isCovered ? buildCoverage(this.parts.repository, reach, question) : undefined,
      earlierQuestion === undefined ? undefined : buildCoverage(this.parts.repository, reach, earlierQuestion),
    ]);
    if (current === undefined || (earlierQuestion !== undefined && earlier === undefined))
      return { isAnswered: false, refusal: TOO_MANY_GROUPS };
    const shaped = shapeGroups({
      ...{ query, current, earlier, coverage, earlierCoverage, registry },
      findFloor: (client) => question.assumptions?.find("coverage_floor", client)?.low ?? 0,
      policies: new Map(reach.parts.promises?.policies.map(({ id, title }) => [id, title])),
    });
    const points = shaped.groups.length * query.metrics.length * (query.edges?.length ?? 1);
    if (points > MAX_ANSWERED_POINTS) return { isAnswered: false, refusal: TOO_MANY_GROUPS };
    const sql = scope.maySeeSql ? renderStatements(current.plans.map(({ statement }) => statement)) : null;
    return { isAnswered: true, answer: { ...shaped, asOf: query.asOf, coverage: coverage?.total ?? null, sql } };
  }
}

function widenQuery(query: MetricQuery, { edges, isWhole }: MetricWants): MetricQuery {
  return {
    ...query,
    ...(edges === undefined ? {} : { edges }),
    ...(isWhole === true ? { limit: MAX_ANSWERED_POINTS } : {}),
  };
}

/** One statement may answer several plans. */
function renderStatements(statements: readonly Statement[]): string {
  const texts = statements.map(({ name, sql, params }) => `-- ${name} ${JSON.stringify(params)}\n${sql}`);
  return [...new Set(texts)].join("\n\n");
}

/** The same question of the range that is compared with. */
function buildEarlier(query: MetricQuery, question: RunQuestion): RunQuestion | undefined {
  const { compareTo, timeZone, retailCalendar } = query;
  if (compareTo === undefined) return undefined;
  return { ...question, ...buildComparisonRange(compareTo, query, timeZone, retailCalendar), edges: undefined };
}

/** The zone and the calendar are those of the only client in scope, else the tenant's. */
function findOnlyClient(registry: TenantRegistry, { filter }: MetricQuestion): RegistryClient | undefined {
  const clients = registry.clients.filter((client) => filter?.clients == null || filter.clients.includes(client.id));
  return clients.length === 1 ? clients[0] : undefined;
}

interface Asked {
  readonly scope: Scope;
  readonly reach: Reach;
  readonly registry: TenantRegistry;
  readonly now: Date;
  readonly query: MetricQuery;
  readonly wants: MetricWants;
}

/** Ids of stores and regions are unique only within a client: where two clients share one, the client joins the key. */
function addClientOfStores(query: MetricQuery, reach: Reach): MetricQuery {
  const { dimensions } = query;
  if (dimensions.includes("CLIENT") || !query.metrics.every((metric) => metric.dimensions.includes("CLIENT")))
    return query;
  const places = reach.parts.regionOfStore;
  const isShared = (read: (place: (typeof places)[number]) => string) => {
    const clients = new Map<string, string>();
    return places.some((place) => {
      const known = clients.get(read(place));
      clients.set(read(place), place.client);
      return known !== undefined && known !== place.client && read(place) !== "";
    });
  };
  const isAmbiguous =
    (dimensions.includes("STORE") && isShared((place) => place.id)) ||
    (dimensions.includes("REGION") && isShared((place) => place.region));
  const withClient: Dimension[] = [...dimensions, "CLIENT"];
  return isAmbiguous ? { ...query, dimensions: withClient } : query;
}
