import { Field, ID, ObjectType } from "@nestjs/graphql";

/** Region groups stores of one client. */
@ObjectType()
export class Region {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  client!: string;

  @Field(() => String)
  title!: string;
}
