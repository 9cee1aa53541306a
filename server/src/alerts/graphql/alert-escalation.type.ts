import { createUnionType, Field, ID, InputType, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { AlertMutedInstance } from "./alert-silence.type.js";
import { NotificationProblem } from "./notification-answers.type.js";
import { NotificationEnums } from "./notification-enums.js";

/** AlertEscalationStep is who is told so many minutes after the step before. */
@ObjectType()
export class AlertEscalationStep {
  @Field(() => Int, { description: "After the step before; of the first one after the incident fired." })
  afterMinutes!: number;

  @Field(() => [ID])
  contacts!: readonly string[];

  @Field(() => Boolean, { description: "Whether contacts that an earlier step told are told again." })
  repeats!: boolean;
}

/** AlertEscalationPolicy is who is told when nobody takes an incident on. */
@ObjectType()
export class AlertEscalationPolicy {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true, description: "null = of any client." })
  client!: string | null;

  @Field(() => [NotificationEnums.Severity])
  severities!: readonly string[];

  @Field(() => [String])
  matchers!: readonly string[];

  @Field(() => [AlertEscalationStep])
  steps!: readonly AlertEscalationStep[];

  @Field(() => Int, { description: "How often the steps are gone through after the first time." })
  loops!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "How much of what goes on now and the caller sees it would be chosen for; null of a version that is not in force.",
  })
  coveredCount!: number | null;

  @Field(() => Boolean, { description: "Whether this version took the policy out of force." })
  isDeleted!: boolean;

  @Field(() => ID)
  createdBy!: string;

  @Field(() => String)
  createdByName!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;
}

/** AlertEscalationStepInput is a step to be saved. */
@InputType()
export class AlertEscalationStepInput {
  @Field(() => Int)
  afterMinutes!: number;

  @Field(() => [ID])
  contacts!: string[];

  @Field(() => Boolean, { nullable: true })
  repeats?: boolean | null;
}

/** AlertEscalationPolicyInput is a policy to be saved. */
@InputType()
export class AlertEscalationPolicyInput {
  @Field(() => ID, { description: "Lower-case words joined by hyphens." })
  id!: string;

  @Field(() => Int, { description: "The version it replaces; 0 = it is new." })
  expectedVersion!: number;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true, description: "null = of any client." })
  client?: string | null;

  @Field(() => [NotificationEnums.Severity], { nullable: true, description: "CRITICAL unless told." })
  severities?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Such as system="erp"; none = everything.' })
  matchers?: string[] | null;

  @Field(() => [AlertEscalationStepInput])
  steps!: AlertEscalationStepInput[];

  @Field(() => Int, { nullable: true, description: "0 to 3; 0 unless told." })
  loops?: number | null;
}

/** AlertEscalationPreview is what a policy would be for now, within the scope of the caller. */
@ObjectType()
export class AlertEscalationPreview {
  @Field(() => Int)
  coveredCount!: number;

  @Field(() => [AlertMutedInstance], { description: "10 at most." })
  covered!: AlertMutedInstance[];
}

/** EscalationPreviewResult is what a policy would be for, or why it would be refused. */
export const EscalationPreviewResult = createUnionType({
  name: "AlertEscalationPreviewResult",
  types: () => [AlertEscalationPreview, NotificationProblem] as const,
  resolveType: (value: object) => ("code" in value ? NotificationProblem : AlertEscalationPreview),
});

/** EscalationPolicyResult is a policy, or why there is none. */
export const EscalationPolicyResult = createUnionType({
  name: "AlertEscalationPolicyResult",
  types: () => [AlertEscalationPolicy, NotificationProblem] as const,
  resolveType: (value: object) => ("code" in value ? NotificationProblem : AlertEscalationPolicy),
});
