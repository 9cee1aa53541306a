import { Field, ID, InputType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { ScopeFilterInput } from "../../graphql/scope-filter.input.js";
import type { AnomalyState } from "../list/anomaly-filter.js";
import type { Severity } from "../scoring/anomaly-record.js";
import { AnomalyEnums } from "./anomaly-enums.js";

/** AnomalyFilterInput chooses anomalies; those that were going on at any time of the range. */
@InputType()
export class AnomalyFilterInput {
  @Field(() => ScopeFilterInput, { nullable: true })
  scope?: ScopeFilterInput | null;

  @Field(() => [ID], { nullable: true })
  metrics?: string[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "7 days before `to` unless told." })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Now unless told." })
  to?: Date | null;

  @Field(() => [AnomalyEnums.AnomalyState], { nullable: true })
  states?: AnomalyState[] | null;

  @Field(() => AnomalyEnums.AnomalySeverity, { nullable: true })
  minSeverity?: Severity | null;
}
