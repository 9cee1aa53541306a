import { Field, Int, ObjectType } from "@nestjs/graphql";
import type { AlertProblem as Refusal } from "../alert-problem.js";
import { AlertEnums } from "./alert-enums.js";

/** AlertRuleFault is one thing that is wrong in the text of a rule. */
@ObjectType()
export class AlertRuleFault {
  @Field(() => Int)
  line!: number;

  @Field(() => String, { description: "Path of the field; '' = the text as a whole." })
  field!: string;

  @Field(() => String)
  detail!: string;
}

/** AlertProblem says why nothing was done and what to do about it. */
@ObjectType()
export class AlertProblem {
  @Field(() => AlertEnums.AlertProblemCode)
  code!: string;

  @Field(() => String)
  message!: string;

  @Field(() => [AlertRuleFault])
  faults!: AlertRuleFault[];
}

/** buildProblem shapes a refusal. */
export function buildProblem({ code, message, faults }: Refusal): AlertProblem {
  return { code: code.toUpperCase(), message, faults: [...(faults ?? [])] };
}
