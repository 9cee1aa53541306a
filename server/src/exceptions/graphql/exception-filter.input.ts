import { Field, InputType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { ScopeFilterInput } from "../../graphql/scope-filter.input.js";
import type { ExceptionOrder, ExceptionState } from "../list/exception-words.js";
import { ExceptionEnums } from "./exception-enums.js";

/** ExceptionFilterInput chooses exceptions. */
@InputType()
export class ExceptionFilterInput {
  @Field(() => ScopeFilterInput, { nullable: true })
  scope?: ScopeFilterInput | null;

  @Field(() => [ExceptionEnums.ExceptionState], { nullable: true, description: "Open ones unless told." })
  states?: ExceptionState[] | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Raised from then on; where resolved ones are wanted, 30 days before `to` unless told.",
  })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  to?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "The beginning of the id of an exception, its run or its entity, or a part of its message.",
  })
  search?: string | null;

  @Field(() => ExceptionEnums.ExceptionOrder, { nullable: true, description: "SEVERITY unless told." })
  orderBy?: ExceptionOrder | null;
}
