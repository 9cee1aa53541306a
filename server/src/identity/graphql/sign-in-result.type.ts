import { Field, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";

/** SignInResult is a new session: browsers keep it as a cookie, scripts send the token as bearer. */
@ObjectType()
export class SignInResult {
  @Field(() => String)
  token!: string;

  @Field(() => DateTimeScalar, { description: "When it ends if nobody uses it; use prolongs it." })
  expiresAt!: Date;
}
