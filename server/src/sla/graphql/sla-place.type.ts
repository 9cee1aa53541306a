import { Field, ID, ObjectType } from "@nestjs/graphql";

/** SlaPlace is what a policy or a correction is for; null = any. */
@ObjectType()
export class SlaPlace {
  @Field(() => ID, { nullable: true })
  client!: string | null;

  @Field(() => ID, { nullable: true })
  workflow!: string | null;

  @Field(() => ID, { nullable: true })
  channel!: string | null;

  @Field(() => ID, { nullable: true })
  store!: string | null;

  @Field(() => ID, { nullable: true })
  partner!: string | null;
}
