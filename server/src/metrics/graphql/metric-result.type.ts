import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import type { NullReason } from "../metric-words.js";
import { MetricEnums } from "./metric-enums.js";

/** DimensionValue is one part of a group's key; id is null for rows without that dimension. */
@ObjectType()
export class DimensionValue {
  @Field(() => String)
  dimension!: string;

  @Field(() => String, { nullable: true })
  id!: string | null;

  @Field(() => String, { nullable: true })
  title!: string | null;
}

/** Point is one bucket of a series; `at` is the bucket's start. */
@ObjectType()
export class Point {
  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Field(() => Float, { nullable: true })
  numerator!: number | null;

  @Field(() => Float, { nullable: true })
  denominator!: number | null;

  @Field(() => Float, { nullable: true })
  coverage!: number | null;

  @Field(() => MetricEnums.NullReason, { nullable: true })
  nullReason!: NullReason | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "What was expected of the slot; only in slots of five minutes of a series that is watched for anomalies.",
  })
  expectedLow!: number | null;

  @Field(() => Float, { nullable: true })
  expectedHigh!: number | null;

  @Field(() => Boolean, { nullable: true })
  anomalous!: boolean | null;

  @Field(() => MetricEnums.NullReason, {
    nullable: true,
    description: "LEARNING where the history of a watched series is too short to expect anything.",
  })
  expectedNullReason!: NullReason | null;
}

/** MetricPart is one named number a value is made of. */
@ObjectType()
export class MetricPart {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Field(() => Float, { nullable: true })
  weight!: number | null;
}

/** MetricValue is one metric of one group, with what it was computed from. */
@ObjectType()
export class MetricValue {
  @Field(() => ID)
  metric!: string;

  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Field(() => String)
  unit!: string;

  @Field(() => String, { nullable: true })
  currency!: string | null;

  @Field(() => Float, { nullable: true })
  numerator!: number | null;

  @Field(() => Float, { nullable: true })
  denominator!: number | null;

  @Field(() => Float, { nullable: true })
  coverage!: number | null;

  @Field(() => MetricEnums.NullReason, { nullable: true })
  nullReason!: NullReason | null;

  @Field(() => Float, { nullable: true })
  previous!: number | null;

  @Field(() => MetricEnums.NullReason, {
    nullable: true,
    description:
      "Why `previous` is null; INSUFFICIENT_COVERAGE where too little of the earlier range was measured, also for counts and sums.",
  })
  previousNullReason!: NullReason | null;

  @Field(() => String, {
    nullable: true,
    description: "`learning, N days of history` while nothing can be expected of a watched series.",
  })
  learning!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: "Lower bound: of the 95 % Wilson interval of a share of counts, or of an estimate.",
  })
  intervalLow!: number | null;

  @Field(() => Float, { nullable: true })
  intervalHigh!: number | null;

  @Field(() => [MetricPart], { nullable: true, description: "What the value is made of, where it is made of parts." })
  parts!: readonly MetricPart[] | null;

  @Field(() => [Point], { nullable: true })
  series!: Point[] | null;
}

/** MetricGroup is the values of one combination of dimensions. */
@ObjectType()
export class MetricGroup {
  @Field(() => [DimensionValue])
  key!: DimensionValue[];

  @Field(() => [MetricValue])
  values!: MetricValue[];

  @Field(() => Int, { nullable: true, description: "Place in the ranking asked for; null below the minimum sample." })
  rank!: number | null;

  @Field(() => Boolean, { description: "Whether it has too few rows to be ranked." })
  isBelowSample!: boolean;
}

/** MetricResult is the answer to a MetricQueryInput. */
@ObjectType()
export class MetricResult {
  @Field(() => [MetricGroup])
  groups!: MetricGroup[];

  @Field(() => Int, { description: "How many groups there are before the limit." })
  groupCount!: number;

  @Field(() => [MetricGroup], {
    description:
      "What the limit leaves out, put together (one group for each currency), when asked for; a metric that cannot be added is null.",
  })
  others!: MetricGroup[];

  @Field(() => DateTimeScalar)
  asOf!: Date;

  @Field(() => Float, { nullable: true })
  coverage!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The statements that were run; only for roles that may see them.",
  })
  sql!: string | null;
}
