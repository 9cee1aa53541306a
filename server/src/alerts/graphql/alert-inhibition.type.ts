import { createUnionType, Field, ID, InputType, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { NotificationProblem } from "./notification-answers.type.js";

/** AlertInhibition keeps what matches one side from being told while the other side fires. */
@ObjectType()
export class AlertInhibition {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => [String], { description: "What mutes." })
  source!: readonly string[];

  @Field(() => [String], { description: "What is muted: never graver, and of the same client." })
  target!: readonly string[];

  @Field(() => [String], { description: "Labels that must be the same on both sides." })
  equal!: readonly string[];

  @Field(() => ID)
  createdBy!: string;

  @Field(() => DateTimeScalar)
  changedAt!: Date;
}

/** AlertInhibitionInput is an inhibition to be saved. */
@InputType()
export class AlertInhibitionInput {
  @Field(() => ID, { nullable: true, description: "The inhibition that it replaces." })
  id?: string | null;

  @Field(() => String)
  title!: string;

  @Field(() => [String], { description: 'Such as rule="erp-down".' })
  source!: string[];

  @Field(() => [String], { description: 'Such as system="erp" and rule!="erp-down".' })
  target!: string[];

  @Field(() => [String], { nullable: true })
  equal?: string[] | null;
}

/** InhibitionResult is an inhibition, or why there is none. */
export const InhibitionResult = createUnionType({
  name: "AlertInhibitionResult",
  types: () => [AlertInhibition, NotificationProblem] as const,
  resolveType: (value: object) => ("code" in value ? NotificationProblem : AlertInhibition),
});
