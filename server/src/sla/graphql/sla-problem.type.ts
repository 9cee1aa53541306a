import { Field, ObjectType } from "@nestjs/graphql";
import { SlaEnums } from "./sla-enums.js";

/** SlaProblem says why nothing was changed and what to do about it. */
@ObjectType()
export class SlaProblem {
  @Field(() => SlaEnums.SlaProblemCode)
  code!: string;

  @Field(() => String)
  message!: string;
}
