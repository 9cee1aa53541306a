import { Field, ID, ObjectType } from "@nestjs/graphql";

/** Store is a place where work happens; `region` is '' when nobody said in which it is. */
@ObjectType()
export class Store {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  client!: string;

  @Field(() => String)
  title!: string;

  @Field(() => ID)
  region!: string;
}
