import { Field, ID, ObjectType } from "@nestjs/graphql";

/** Partner is a client's trading partner: reseller, marketplace or supplier. */
@ObjectType()
export class Partner {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  client!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  kind!: string;
}
