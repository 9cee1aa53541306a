import { Field, Float, ID, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../../graphql/date-time.scalar.js";
import { PageInfo } from "../../../graphql/page-info.type.js";
import { MetricRowEnums, type MetricRowKind } from "./metric-row-enums.js";

/** MetricRow is one row that a metric counts. */
@ObjectType()
export class MetricRow {
  @Field(() => MetricRowEnums.MetricRowKind)
  kind!: MetricRowKind;

  @Field(() => ID)
  client!: string;

  @Field(() => ID, { nullable: true })
  workflow!: string | null;

  @Field(() => ID, {
    description:
      "Id of the run, exception, event or step, or the correlation; of receipts the 5 minutes they are counted in.",
  })
  id!: string;

  @Field(() => ID, { nullable: true, description: "The run that it is, or that it says it is part of." })
  run!: string | null;

  @Field(() => String, { nullable: true })
  source!: string | null;

  @Field(() => ID, { nullable: true })
  store!: string | null;

  @Field(() => ID, { nullable: true })
  channel!: string | null;

  @Field(() => ID, { nullable: true })
  partner!: string | null;

  @Field(() => DateTimeScalar, { description: "The instant by which the row is counted." })
  at!: Date;

  @Field(() => Float, { description: "What the row adds; of a percentile its value." })
  contribution!: number;

  @Field(() => String, { nullable: true })
  currency!: string | null;
}

/** MetricRowConnection is a page of rows, newest first. */
@ObjectType()
export class MetricRowConnection {
  @Field(() => [MetricRow])
  nodes!: MetricRow[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
