import { Field, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";

/** RunPause is an interval in which a run waited, by the source's own word. */
@ObjectType()
export class RunPause {
  @Field(() => DateTimeScalar)
  from!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "null: it still waits" })
  to!: Date | null;

  @Field(() => String)
  reason!: string;
}
