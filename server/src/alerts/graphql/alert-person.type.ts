import { Field, ID, ObjectType } from "@nestjs/graphql";

/** AlertPerson is somebody who has to do with an incident. */
@ObjectType()
export class AlertPerson {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}
