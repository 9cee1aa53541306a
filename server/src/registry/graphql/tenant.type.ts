import { Field, ID, ObjectType } from "@nestjs/graphql";

/** Tenant is the organisation whose workspace this is. */
@ObjectType()
export class Tenant {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: "IANA name." })
  timeZone!: string;
}
