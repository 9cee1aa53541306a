import { Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";

/** AlertDelayProposal is `DelayProposal` as the API shows it. */
@ObjectType({ description: "What a rule looks at arrives later than it waits for." })
export class AlertDelayProposal {
  @Field(() => ID, { description: "The client of the slowest source." })
  client!: string;

  @Field(() => ID, { description: "The slowest source it looks at." })
  source!: string;

  @Field(() => Float, { description: "Within so many seconds 99.5 % of its events of the last 24 hours had arrived." })
  measuredSeconds!: number;

  @Field(() => Int, { description: "How long the rule should wait." })
  proposedSeconds!: number;
}
