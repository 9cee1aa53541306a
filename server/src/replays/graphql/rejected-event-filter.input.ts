import { Field, InputType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { ScopeFilterInput } from "../../graphql/scope-filter.input.js";
import { ReplayEnums } from "./replay-enums.js";

/** RejectedEventFilterInput narrows refused events; the range is on their reception. */
@InputType()
export class RejectedEventFilterInput {
  @Field(() => ScopeFilterInput, { nullable: true })
  scope?: ScopeFilterInput | null;

  @Field(() => [ReplayEnums.RejectionReason], { nullable: true })
  reasons?: readonly string[] | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "30 days before `to` unless told." })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "Exclusive; now unless told." })
  to?: Date | null;
}
