import { Field, InputType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { ScopeFilterInput } from "../../graphql/scope-filter.input.js";
import type { RunOrder, RunState } from "../run-words.js";
import { RunEnums } from "./run-enums.js";

/** RunFilterInput chooses runs; the range is on a run's start, else its deadline, else its end. */
@InputType()
export class RunFilterInput {
  @Field(() => ScopeFilterInput, { nullable: true })
  scope?: ScopeFilterInput | null;

  @Field(() => [RunEnums.RunState], { nullable: true })
  states?: RunState[] | null;

  @Field(() => DateTimeScalar, { nullable: true })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  to?: Date | null;

  @Field(() => String, { nullable: true })
  correlation?: string | null;

  @Field(() => String, { nullable: true })
  entityId?: string | null;

  @Field(() => String, { nullable: true })
  change?: string | null;

  @Field(() => String, { nullable: true })
  search?: string | null;

  @Field(() => RunEnums.RunOrder, { nullable: true })
  orderBy?: RunOrder | null;
}
