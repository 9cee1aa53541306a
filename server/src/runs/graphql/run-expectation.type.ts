import { Field, Int, ObjectType } from "@nestjs/graphql";
import { Money } from "../../graphql/money.type.js";

/** RunExpectation is what an obligation by a rule waits for and has got. */
@ObjectType()
export class RunExpectation {
  @Field(() => Int, { nullable: true, description: "Answers expected; null = what was answered is not known." })
  expected!: number | null;

  @Field(() => Int, { description: "Answers that came." })
  answers!: number;

  @Field(() => Money, { nullable: true, description: "What the answers add up to, in the currency of the run." })
  answered!: Money | null;
}
