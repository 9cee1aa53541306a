import { Field, ObjectType } from "@nestjs/graphql";

/** DemoPerson is somebody the sign-in page of a demonstration offers to be. */
@ObjectType()
export class DemoPerson {
  @Field(() => String)
  email!: string;

  @Field(() => String)
  password!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  audience!: string;

  @Field(() => String)
  sees!: string;
}
