import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { PageInfo } from "../../graphql/page-info.type.js";
import type { AnomalyState } from "../list/anomaly-filter.js";
import type { Severity } from "../scoring/anomaly-record.js";
import { AnomalyEnums } from "./anomaly-enums.js";

/** Anomaly is something strange in one series: a metric of the groups that its dimensions name. */
@ObjectType()
export class Anomaly {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  metric!: string;

  @Field(() => String)
  unit!: string;

  @Field(() => ID)
  client!: string;

  @Field(() => ID, { nullable: true })
  store!: string | null;

  @Field(() => ID, { nullable: true })
  channel!: string | null;

  @Field(() => ID, { nullable: true })
  partner!: string | null;

  @Field(() => ID, { nullable: true })
  workflow!: string | null;

  @Field(() => ID, { nullable: true })
  source!: string | null;

  @Field(() => ID, { nullable: true })
  measure!: string | null;

  @Field(() => String, { nullable: true })
  currency!: string | null;

  @Field(() => AnomalyEnums.AnomalyKind)
  kind!: string;

  @Field(() => AnomalyEnums.AnomalySeverity, {
    description: "HIGH is within the budget for notification, MEDIUM within that of the list; LOW lasts.",
  })
  severity!: Severity;

  @Field(() => AnomalyEnums.AnomalyState)
  state!: AnomalyState;

  @Field(() => DateTimeScalar)
  startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "End of its last strange slot; null = it goes on." })
  endedAt!: Date | null;

  @Field(() => DateTimeScalar)
  peakAt!: Date;

  @Field(() => Float)
  score!: number;

  @Field(() => Float, { description: "From which score on it was listed." })
  threshold!: number;

  @Field(() => Float, { description: "At its peak: a count of 15 minutes, a rate of 30 minutes, a gauge as it is." })
  value!: number;

  @Field(() => Float, { nullable: true })
  expectedLow!: number | null;

  @Field(() => Float, { nullable: true })
  expectedHigh!: number | null;

  @Field(() => Float, { nullable: true })
  numerator!: number | null;

  @Field(() => Float, { nullable: true })
  denominator!: number | null;

  @Field(() => String, { description: "One sentence: what was seen, what was expected, of how many." })
  text!: string;
}

/** AnomalyConnection is one page of anomalies, newest first. */
@ObjectType()
export class AnomalyConnection {
  @Field(() => [Anomaly])
  nodes!: Anomaly[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int)
  totalCount!: number;
}
