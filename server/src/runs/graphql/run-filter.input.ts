import { Field, Float, InputType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { ScopeFilterInput } from "../../graphql/scope-filter.input.js";
import type { RunOrder, RunState } from "../run-words.js";
import { RunEnums } from "./run-enums.js";
import { RunPathInput } from "./run-path.input.js";

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

  @Field(() => String, {
    nullable: true,
    description:
      "The beginning of an id of run, correlation, entity or change, or the whole value of an attribute, such as a sku.",
  })
  search?: string | null;

  @Field(() => Float, { nullable: true, description: "Took at least so long, or has been open for so long." })
  minSeconds?: number | null;

  @Field(() => Float, { nullable: true, description: "Exclusive." })
  maxSeconds?: number | null;

  @Field(() => [String], { nullable: true })
  workflowVersions?: string[] | null;

  @Field(() => RunPathInput, { nullable: true, description: "The range is then on the end of a run." })
  path?: RunPathInput | null;

  @Field(() => RunEnums.RunOrder, { nullable: true })
  orderBy?: RunOrder | null;
}
