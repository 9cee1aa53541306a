import { Inject } from "@nestjs/common";
import { Args, Info, Query, Resolver } from "@nestjs/graphql";
import type { GraphQLResolveInfo } from "graphql";
import { BandsService } from "../../anomalies/bands/bands.service.js";
import { CurrentScope } from "../../graphql/current-scope.js";
import { Problem } from "../../graphql/problem.js";
import type { Scope } from "../../scope/scope.js";
import { MetricsService } from "../execution/metrics.service.js";
import { METRIC_CATALOG } from "../metric-catalog.js";
import { isSelected } from "./is-selected.js";
import { MetricQueryInput } from "./metric-query.input.js";
import { MetricResult } from "./metric-result.type.js";
import { Metric } from "./metric.type.js";
import { renderMetric } from "./render-metric.js";

const EXPECTED_FIELDS = ["expectedLow", "expectedHigh", "anomalous", "expectedNullReason", "learning"];

/** MetricsResolver answers what can be measured and the measurements. */
@Resolver()
export class MetricsResolver {
  constructor(
    @Inject(MetricsService) private readonly metricsService: MetricsService,
    @Inject(BandsService) private readonly bands: BandsService,
  ) {}

  @Query(() => [Metric], { description: "Every metric with its meaning and formula." })
  metricCatalog(): Metric[] {
    return METRIC_CATALOG.map(renderMetric);
  }

  @Query(() => MetricResult, { description: "Metrics over a half-open range, limited to what the caller may see." })
  async metrics(
    @Args("query", { type: () => MetricQueryInput }) query: MetricQueryInput,
    @CurrentScope() scope: Scope,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MetricResult> {
    const outcome = await this.metricsService.ask(scope, query, { coverage: isSelected(info, "coverage") });
    const isExpectedAsked = EXPECTED_FIELDS.some((field) => isSelected(info, field));
    if (outcome.isAnswered) return isExpectedAsked ? this.bands.addBands(scope, query, outcome.answer) : outcome.answer;
    const { detail, field, remedy } = outcome.refusal;
    throw new Problem("BAD_USER_INPUT", `${detail} ${remedy}`, { field, remedy });
  }
}
