import { createUnionType, Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { ReportEnums } from "./report-enums.js";
import { Report } from "./report.type.js";

/** ReportRefused says why nothing was done. */
@ObjectType()
export class ReportRefused {
  @Field(() => ReportEnums.ReportRefusalReason)
  reason!: string;

  @Field(() => String, { nullable: true, description: "The argument at fault." })
  field!: string | null;

  @Field(() => String)
  message!: string;
}

/** ReportResult is a report, or why there is none. */
export const ReportResult = createUnionType({
  name: "ReportResult",
  types: () => [Report, ReportRefused] as const,
  resolveType: (value: object) => ("reason" in value ? ReportRefused : Report),
});

/** ReportChange is a figure of a report that is another one now. */
@ObjectType()
export class ReportChange {
  @Field(() => String, { description: "The part of the report it is in." })
  section!: string;

  @Field(() => String, { description: "What it is a figure of; '' = of the whole client." })
  item!: string;

  @Field(() => ID)
  metric!: string;

  @Field(() => String)
  metricTitle!: string;

  @Field(() => String)
  unit!: string;

  @Field(() => String, { nullable: true })
  currency!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Of a day: its beginning." })
  at!: Date | null;

  @Field(() => Float, { nullable: true, description: "What the report says." })
  reported!: number | null;

  @Field(() => Float, { nullable: true, description: "What it would say now." })
  current!: number | null;
}

/** ReportRestatement is what has changed since a report was made: late events, corrections, other promises. The report stays as it is. */
@ObjectType()
export class ReportRestatement {
  @Field(() => DateTimeScalar)
  asOf!: Date;

  @Field(() => Int, { description: "All changes; 200 are listed." })
  count!: number;

  @Field(() => [ReportChange])
  changes!: ReportChange[];
}

/** ReportRestatementResult is a restatement, or why there is none. */
export const ReportRestatementResult = createUnionType({
  name: "ReportRestatementResult",
  types: () => [ReportRestatement, ReportRefused] as const,
  resolveType: (value: object) => ("reason" in value ? ReportRefused : ReportRestatement),
});
