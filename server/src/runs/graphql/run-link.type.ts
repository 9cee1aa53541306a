import { Field, ID, ObjectType } from "@nestjs/graphql";
import { Run } from "./run.type.js";

/** RunLink points at a span of another trace, and at the run of that trace. */
@ObjectType()
export class RunLink {
  @Field(() => ID)
  traceId!: string;

  @Field(() => ID)
  spanId!: string;

  @Field(() => Run, {
    nullable: true,
    description: "null: no run of that trace within the scope, or more than a month away",
  })
  run!: Run | null;
}
