import { Field, ID, InputType, Int } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { ScopeFilterInput } from "../../graphql/scope-filter.input.js";
import type { Comparison, Dimension, Granularity } from "../metric-words.js";
import { MetricEnums } from "./metric-enums.js";

/** MetricOrderInput sorts groups by the value of one of the metrics asked for; nulls come last. */
@InputType()
export class MetricOrderInput {
  @Field(() => ID)
  metric!: string;

  @Field(() => MetricEnums.SortOrder, { defaultValue: "DESCENDING" })
  direction!: "ASCENDING" | "DESCENDING";
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
}
