import { Field, Float, ObjectType } from "@nestjs/graphql";

/** Money is an amount in major units of one currency. */
@ObjectType()
export class Money {
  @Field(() => Float)
  amount!: number;

  @Field(() => String)
  currency!: string;
}
