import { Field, ID, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../graphql/date-time.scalar.js";
import { Money } from "../graphql/money.type.js";

/** Exception is something a person must look at. */
@ObjectType()
export class Exception {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  client!: string;

  @Field(() => String)
  class!: string;

  @Field(() => ID, { nullable: true })
  store!: string | null;

  @Field(() => ID, { nullable: true })
  channel!: string | null;

  @Field(() => ID, { nullable: true })
  partner!: string | null;

  @Field(() => ID, { nullable: true })
  workflow!: string | null;

  @Field(() => ID, { nullable: true })
  run!: string | null;

  @Field(() => String, { nullable: true })
  message!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  raisedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  resolvedAt!: Date | null;

  @Field(() => Money, { nullable: true })
  money!: Money | null;

  @Field(() => String, { nullable: true })
  cause!: string | null;

  @Field(() => String, { nullable: true })
  resolution!: string | null;
}
