import { Field, ID, InputType, Int } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { ScopeFilterInput } from "../../graphql/scope-filter.input.js";
import type { Comparison, Dimension, Granularity, PeriodCalendar } from "../metric-words.js";
import type { RankOrder } from "../ranking/rank-groups.js";
import { MetricEnums } from "./metric-enums.js";

/** MetricOrderInput sorts groups by the value of one of the metrics asked for; nulls come last. */
@InputType()
export class MetricOrderInput {
  @Field(() => ID)
  metric!: string;

  @Field(() => MetricEnums.SortOrder, { defaultValue: "DESCENDING" })
  direction!: "ASCENDING" | "DESCENDING";
}

/** MetricRankInput ranks groups by the certain bound of a rate; groups below the minimum sample follow without a rank. */
@InputType()
export class MetricRankInput {
  @Field(() => ID)
  metric!: string;

  @Field(() => MetricEnums.RankOrder, { defaultValue: "BEST_FIRST" })
  order!: RankOrder;
}

/** MetricQueryInput asks for metrics over [from, to). */
@InputType()
export class MetricQueryInput {
  @Field(() => [ID])
  metrics!: string[];

  @Field(() => DateTimeScalar)
  from!: Date;

  @Field(() => DateTimeScalar)
  to!: Date;

  @Field(() => MetricEnums.Granularity, { nullable: true })
  granularity?: Granularity | null;

  @Field(() => [MetricEnums.Dimension], { nullable: true })
  groupBy?: Dimension[] | null;

  @Field(() => [String], { nullable: true })
  groupByAttributes?: string[] | null;

  @Field(() => ScopeFilterInput, { nullable: true })
  filter?: ScopeFilterInput | null;

  @Field(() => MetricEnums.Comparison, { nullable: true })
  compareTo?: Comparison | null;

  @Field(() => String, { nullable: true })
  timeZone?: string | null;

  @Field(() => MetricOrderInput, { nullable: true })
  orderBy?: MetricOrderInput | null;

  @Field(() => Int, { nullable: true, description: "At most this many groups; 100 unless told, 1000 at most." })
  limit?: number | null;

  @Field(() => MetricRankInput, { nullable: true })
  rankBy?: MetricRankInput | null;

  @Field(() => Int, {
    nullable: true,
    description: "Rows it takes for a group to be ranked and for a store to be compared; 30 unless told.",
  })
  minimumSample?: number | null;

  @Field(() => Boolean, { nullable: true, description: "Also put together what the limit leaves out." })
  withOthers?: boolean | null;

  @Field(() => ID, {
    nullable: true,
    description: "The metric that store_dispersion and store_rank look at; on_time_rate unless told.",
  })
  lookedAt?: string | null;

  @Field(() => MetricEnums.PeriodCalendar, {
    nullable: true,
    description: "Whose weeks, months, quarters and years are meant; GREGORIAN unless told.",
  })
  calendar?: PeriodCalendar | null;
}
