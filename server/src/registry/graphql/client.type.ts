import { Field, ID, ObjectType } from "@nestjs/graphql";

/** Client is a retailer served by the tenant. */
@ObjectType()
export class Client {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true, description: "IANA name; null = the tenant's." })
  timeZone!: string | null;

  @Field(() => String, { nullable: true })
  currency!: string | null;
}
