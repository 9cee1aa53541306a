import { Inject } from "@nestjs/common";
import { Args, Info, Int, Query, Resolver } from "@nestjs/graphql";
import type { GraphQLResolveInfo } from "graphql";
import { CurrentScope } from "../../../graphql/current-scope.js";
import { Problem } from "../../../graphql/problem.js";
import type { Scope } from "../../../scope/scope.js";
import { isSelected } from "../../graphql/is-selected.js";
import { renderMetric } from "../../graphql/render-metric.js";
import { MetricRowsService, type CountedRow } from "../metric-rows.service.js";
import { MetricWhyService } from "../metric-why.service.js";
import type { MetricRowKind } from "./metric-row-enums.js";
import { MetricRowConnection, type MetricRow } from "./metric-row.type.js";
import { MetricRowsInput } from "./metric-rows.input.js";
import { MetricWhy, MetricWhyInput } from "./metric-why.type.js";

const KIND_WORDS: Readonly<Record<CountedRow["kind"], MetricRowKind>> = {
  run: "RUN",
  exception: "EXCEPTION",
  measure: "MEASURE",
  event: "EVENT",
  rejected_event: "REJECTED_EVENT",
  out_of_sequence: "OUT_OF_SEQUENCE",
  feed_count: "FEED_COUNT",
  raised_exception: "EXCEPTION",
  change: "CHANGE",
  run_minute: "MINUTE",
  decision: "DECISION",
  step: "STEP",
  correlation: "CORRELATION",
};

/** MetricWhyResolver answers what is behind a number: its meaning, its rows, and what moved it. */
@Resolver()
export class MetricWhyResolver {
  constructor(
    @Inject(MetricWhyService) private readonly why: MetricWhyService,
    @Inject(MetricRowsService) private readonly rows: MetricRowsService,
  ) {}

  @Query(() => MetricWhy, {
    description:
      "What is behind the total of one metric: formula, filter in words, freshness, coverage, and what moved it.",
  })
  async metricWhy(
    @Args("query", { type: () => MetricWhyInput }) query: MetricWhyInput,
    @CurrentScope() scope: Scope,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MetricWhy> {
    const outcome = await this.why.explain(scope, { ...query, withDrivers: isSelected(info, "drivers") });
    if (!outcome.isAnswered) throw refuse(outcome.refusal);
    const { metric, filterWords, drivers, ...why } = outcome.why;
    return {
      ...why,
      metric: renderMetric(metric),
      filterWords: [...filterWords],
      drivers: drivers.map((one) => ({
        ...one,
        drivers: one.drivers.map((driver) => ({ ...driver, key: [...driver.key] })),
      })),
    };
  }

  @Query(() => MetricRowConnection, {
    description: "The rows behind the total of one metric, newest first, each with what it adds.",
  })
  async metricRows(
    @Args("query", { type: () => MetricRowsInput }) query: MetricRowsInput,
    @CurrentScope() scope: Scope,
    @Args("first", { type: () => Int, nullable: true, description: "1 to 200; 50 unless told." }) first?: number | null,
    @Args("after", { type: () => String, nullable: true }) after?: string | null,
  ): Promise<MetricRowConnection> {
    const answer = await this.rows.list(scope, { ...query, first: first ?? null, after: after ?? null });
    if ("refusal" in answer) throw refuse(answer.refusal);
    return { nodes: answer.page.nodes.map(renderRow), pageInfo: answer.page.pageInfo };
  }
}

function refuse({ detail, field, remedy }: { detail: string; field: string; remedy: string }): Problem {
  return new Problem("BAD_USER_INPUT", `${detail} ${remedy}`, { field, remedy });
}

function renderRow({ kind, client, id, at, contribution, ...row }: CountedRow): MetricRow {
  return {
    ...{ kind: KIND_WORDS[kind], client, id, at, contribution },
    workflow: orNull(row.workflow),
    run: orNull(row.run),
    source: orNull(row.source),
    store: orNull(row.store),
    channel: orNull(row.channel),
    partner: orNull(row.partner),
    currency: orNull(row.currency),
  };
}

function orNull(text: string): string | null {
  return text === "" ? null : text;
}
