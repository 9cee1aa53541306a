import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import type { Dimension, Direction, Moment } from "../metric-words.js";
import { MetricEnums } from "./metric-enums.js";

/** Metric is one entry of the catalogue, as shown under "how is this computed". */
@ObjectType()
export class Metric {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: "The chapter of the catalogue it stands in." })
  family!: string;

  @Field(() => String)
  meaning!: string;

  @Field(() => String, {
    description:
      "count, ratio, seconds, minutes, money, per_minute, per_1000, score, index, times or the unit of the measure.",
  })
  unit!: string;

  @Field(() => String)
  formula!: string;

  @Field(() => MetricEnums.Direction)
  better!: Direction;

  @Field(() => MetricEnums.Moment)
  moment!: Moment;

  @Field(() => [MetricEnums.Dimension])
  dimensions!: readonly Dimension[];

  @Field(() => String)
  source!: string;

  @Field(() => Int)
  decimals!: number;

  @Field(() => Float, {
    nullable: true,
    description: "The value when there are no rows: 0 for counts, null for ratios and percentiles.",
  })
  emptyValue!: number | null;

  @Field(() => [ID], {
    description: "Names of the assumptions it is computed with; `metricAssumptions` says what holds.",
  })
  assumptions!: string[];
}
