import { createUnionType, Field, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { AlertMutedInstance } from "./alert-silence.type.js";
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

  @Field(() => Int, { description: "How many alerts that the caller sees it mutes now." })
  mutedCount!: number;

  @Field(() => ID)
  createdBy!: string;

  @Field(() => String)
  createdByName!: string;

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

/** AlertInhibitionPreview is what an inhibition would do now, within the scope of the caller. */
@ObjectType()
export class AlertInhibitionPreview {
  @Field(() => Int, { description: "What fires and would mute." })
  sourceCount!: number;

  @Field(() => Int, { description: "What fires and could be muted." })
  targetCount!: number;

  @Field(() => Int)
  mutedCount!: number;

  @Field(() => [AlertMutedInstance], { description: "10 at most." })
  muted!: AlertMutedInstance[];
}

/** InhibitionPreviewResult is what an inhibition would do, or why it would be refused. */
export const InhibitionPreviewResult = createUnionType({
  name: "AlertInhibitionPreviewResult",
  types: () => [AlertInhibitionPreview, NotificationProblem] as const,
  resolveType: (value: object) => ("code" in value ? NotificationProblem : AlertInhibitionPreview),
});

/** InhibitionResult is an inhibition, or why there is none. */
export const InhibitionResult = createUnionType({
  name: "AlertInhibitionResult",
  types: () => [AlertInhibition, NotificationProblem] as const,
  resolveType: (value: object) => ("code" in value ? NotificationProblem : AlertInhibition),
});
