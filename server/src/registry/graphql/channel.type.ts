import { Field, ID, ObjectType } from "@nestjs/graphql";

/** Channel is a way of selling, such as pos, web or marketplace:x. */
@ObjectType()
export class Channel {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  client!: string;

  @Field(() => String)
  title!: string;
}
