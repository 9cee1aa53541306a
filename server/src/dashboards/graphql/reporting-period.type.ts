import { Field, ID, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { MetricEnums } from "../../metrics/graphql/metric-enums.js";

/** ReportingPeriod is a period people report by: the one that runs now, or the one before it. */
@ObjectType()
export class ReportingPeriod {
  @Field(() => ID, { description: "Such as quarter, last-quarter or fiscal-quarter." })
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => MetricEnums.PeriodCalendar, { description: "Of RETAIL ones, ask figures with this calendar." })
  calendar!: string;

  @Field(() => DateTimeScalar)
  from!: Date;

  @Field(() => DateTimeScalar, { description: "Exclusive; in the future for what runs." })
  to!: Date;
}
