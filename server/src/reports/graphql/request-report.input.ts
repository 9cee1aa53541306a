import { Field, ID, InputType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { MetricEnums } from "../../metrics/graphql/metric-enums.js";
import type { PeriodCalendar } from "../../metrics/metric-words.js";
import type { ReportFormat } from "../report-words.js";
import { ReportEnums } from "./report-enums.js";

/** RequestReportInput says what a report is about: a client, and a quarter or a range. */
@InputType()
export class RequestReportInput {
  @Field(() => ID)
  client!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Exclusive." })
  to?: Date | null;

  @Field(() => String, { nullable: true, description: "Such as 2026-Q3, instead of from and to." })
  quarter?: string | null;

  @Field(() => MetricEnums.PeriodCalendar, {
    nullable: true,
    description: "Whose quarters are meant; GREGORIAN unless told.",
  })
  calendar?: PeriodCalendar | null;

  @Field(() => String, { nullable: true, description: "IANA; the client's unless told." })
  timeZone?: string | null;

  @Field(() => [ReportEnums.ReportFormat], { nullable: true, description: "Both unless told." })
  formats?: ReportFormat[] | null;
}
