import { Field, Int, ObjectType } from "@nestjs/graphql";

/** IncidentStanding counts incidents that are not over; one that is the cause of others is one with them. */
@ObjectType()
export class IncidentStanding {
  @Field(() => Int, { description: "Open: nobody has taken it." })
  critical!: number;

  @Field(() => Int)
  warning!: number;

  @Field(() => Int)
  info!: number;

  @Field(() => Int, { description: "Of any severity." })
  acknowledged!: number;
}
