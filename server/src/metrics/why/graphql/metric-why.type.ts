import { Field, Float, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../../graphql/date-time.scalar.js";
import { ScopeFilterInput } from "../../../graphql/scope-filter.input.js";
import { MetricEnums } from "../../graphql/metric-enums.js";
import { DimensionValue, MetricValue } from "../../graphql/metric-result.type.js";
import { Metric } from "../../graphql/metric.type.js";
import type { Comparison, Dimension, PeriodCalendar } from "../../metric-words.js";

/** MetricWhyInput asks what is behind the total of one metric over [from, to). */
@InputType()
export class MetricWhyInput {
  @Field(() => ID)
  metric!: string;

  @Field(() => DateTimeScalar)
  from!: Date;

  @Field(() => DateTimeScalar)
  to!: Date;

  @Field(() => ScopeFilterInput, { nullable: true })
  filter?: ScopeFilterInput | null;

  @Field(() => MetricEnums.Comparison, { nullable: true, description: "PREVIOUS_PERIOD unless told." })
  compareTo?: Comparison | null;

  @Field(() => String, { nullable: true })
  timeZone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Of money: the currency that is meant; the one with the largest amount unless told.",
  })
  currency?: string | null;

  @Field(() => MetricEnums.PeriodCalendar, {
    nullable: true,
    description: "Whose periods the range is compared by; GREGORIAN unless told.",
  })
  calendar?: PeriodCalendar | null;

  @Field(() => [MetricEnums.Dimension], {
    nullable: true,
    description: "In which dimensions drivers are looked for; all that the metric has unless told.",
  })
  dimensions?: Dimension[] | null;
}

/** MetricDriver is one group and how much of the change it explains. */
@ObjectType()
export class MetricDriver {
  @Field(() => [DimensionValue])
  key!: DimensionValue[];

  @Field(() => Float, { description: "In the unit of the metric; the drivers and the others sum to the change." })
  contribution!: number;

  @Field(() => Float, {
    nullable: true,
    description: "Of the whole change; beyond 1 where others go the other way, null when nothing changed.",
  })
  share!: number | null;

  @Field(() => MetricValue, { nullable: true })
  current!: MetricValue | null;

  @Field(() => MetricValue, { nullable: true })
  previous!: MetricValue | null;
}

/** MetricDrivers is what one dimension explains of a change. */
@ObjectType()
export class MetricDrivers {
  @Field(() => MetricEnums.Dimension)
  dimension!: Dimension;

  @Field(() => [MetricDriver], { description: "The groups that explain most, at most five." })
  drivers!: MetricDriver[];

  @Field(() => Int, { description: "How many groups the dimension has." })
  groups!: number;

  @Field(() => Float, { description: "What all other groups explain together." })
  others!: number;
}

/** MetricWhy is everything that is known about one number. */
@ObjectType()
export class MetricWhy {
  @Field(() => Metric)
  metric!: Metric;

  @Field(() => String, { description: "Changes when the formula does." })
  definitionVersion!: string;

  @Field(() => [String], { description: "What the filter keeps, in words, one condition each." })
  filterWords!: string[];

  @Field(() => DateTimeScalar)
  from!: Date;

  @Field(() => DateTimeScalar)
  to!: Date;

  @Field(() => DateTimeScalar)
  asOf!: Date;

  @Field(() => String)
  timeZone!: string;

  @Field(() => DateTimeScalar)
  previousFrom!: Date;

  @Field(() => DateTimeScalar, { description: "As far into the earlier period as the range itself has gone." })
  previousTo!: Date;

  @Field(() => MetricValue, { nullable: true })
  value!: MetricValue | null;

  @Field(() => MetricValue, { nullable: true })
  previous!: MetricValue | null;

  @Field(() => Float, { nullable: true })
  coverage!: number | null;

  @Field(() => Float, { nullable: true, description: "Seconds since the newest event of the feeds in question." })
  freshnessSeconds!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The statements that were run; only for roles that may see them.",
  })
  sql!: string | null;

  @Field(() => String, {
    description: "What the drivers explain: of a percentile the share of values above the earlier percentile.",
  })
  explained!: string;

  @Field(() => [MetricDrivers], { description: "Per dimension, the one that explains most first." })
  drivers!: MetricDrivers[];
}
