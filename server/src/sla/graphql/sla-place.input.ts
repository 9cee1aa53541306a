import { Field, ID, InputType } from "@nestjs/graphql";

/** SlaPlaceInput says what a policy or a correction is for; what is left out is any. A store needs its client. */
@InputType()
export class SlaPlaceInput {
  @Field(() => ID, { nullable: true })
  client?: string | null;

  @Field(() => ID, { nullable: true })
  workflow?: string | null;

  @Field(() => ID, { nullable: true })
  channel?: string | null;

  @Field(() => ID, { nullable: true })
  store?: string | null;

  @Field(() => ID, { nullable: true })
  partner?: string | null;
}
