import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { MetricEnums } from "../../metrics/graphql/metric-enums.js";
import { ReportEnums } from "./report-enums.js";

/** ReportFile is a file of a report; it never changes. */
@ObjectType()
export class ReportFile {
  @Field(() => String)
  name!: string;

  @Field(() => ReportEnums.ReportFormat)
  format!: string;

  @Field(() => Int, { description: "Its size in bytes." })
  size!: number;

  @Field(() => String, { description: "SHA-256 of its bytes, in hexadecimal." })
  sha256!: string;

  @Field(() => String, {
    description: "Where it is downloaded, on the address of the pages, with the session's cookie or a token.",
  })
  path!: string;
}

/** Report is a document about one client and period: how far it is, or what was made. */
@ObjectType()
export class Report {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  client!: string;

  @Field(() => String)
  clientTitle!: string;

  @Field(() => String, { nullable: true, description: "The quarter it was asked for, such as 2026-Q3." })
  quarter!: string | null;

  @Field(() => DateTimeScalar)
  from!: Date;

  @Field(() => DateTimeScalar, { description: "Exclusive." })
  to!: Date;

  @Field(() => String)
  timeZone!: string;

  @Field(() => MetricEnums.PeriodCalendar)
  calendar!: string;

  @Field(() => [ReportEnums.ReportFormat])
  formats!: readonly string[];

  @Field(() => ReportEnums.ReportState)
  state!: string;

  @Field(() => Float, { description: "0 to 1." })
  progress!: number;

  @Field(() => String, { nullable: true, description: "What is being done, in words, while it runs." })
  step!: string | null;

  @Field(() => String, { nullable: true, description: "Why it failed." })
  error!: string | null;

  @Field(() => ID, { description: "Who asked for it." })
  requestedBy!: string;

  @Field(() => DateTimeScalar)
  requestedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  endedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Up to when its figures count: the end of the period, or when it was made.",
  })
  asOf!: Date | null;

  @Field(() => Boolean, { description: "Whether whoever asks may end it now." })
  mayCancel!: boolean;

  @Field(() => [ReportFile])
  files!: ReportFile[];

  @Field(() => [ID], { description: "The frozen figures its numbers are." })
  figures!: readonly string[];
}
