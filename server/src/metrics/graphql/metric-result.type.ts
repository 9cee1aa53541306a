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

  @Field(() => String, {
    nullable: true,
    description: "`learning, N days of history` while nothing can be expected of a watched series.",
  })
  learning!: string | null;

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
}

/** MetricResult is the answer to a MetricQueryInput. */
@ObjectType()
export class MetricResult {
  @Field(() => [MetricGroup])
  groups!: MetricGroup[];

  @Field(() => Int, { description: "How many groups there are before the limit." })
  groupCount!: number;

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
