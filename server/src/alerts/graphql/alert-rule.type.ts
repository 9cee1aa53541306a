import { createUnionType, Field, Float, ID, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { AlertEnums } from "./alert-enums.js";
import { AlertLabel } from "./alert-label.type.js";
import { AlertDelayProposal } from "./alert-delay-proposal.type.js";
import { AlertProblem } from "./alert-problem.type.js";
import { AlertRuleTerms } from "./alert-rule-terms.type.js";

/** AlertRuleVersion is what a rule said from an instant on. */
@ObjectType()
export class AlertRuleVersion {
  @Field(() => Int)
  version!: number;

  @Field(() => String, { description: "JSON, which is YAML, too." })
  definition!: string;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => String, { description: "A person's id; `pack` for what came with the product." })
  createdBy!: string;

  @Field(() => String, { nullable: true, description: "What that person is called." })
  createdByName!: string | null;
}

/** AlertInstanceView is a rule for one group of labels that is not at rest. */
@ObjectType()
export class AlertInstanceView {
  @Field(() => [AlertLabel])
  labels!: AlertLabel[];

  @Field(() => AlertEnums.AlertSeverity)
  severity!: string;

  @Field(() => String, { description: "pending, firing or recovering" })
  state!: string;

  @Field(() => String, { description: "ok, no_data or error" })
  health!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  activeAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  firedAt!: Date | null;

  @Field(() => Float, { nullable: true })
  value!: number | null;
}

/** AlertRule is what is watched, when it fires, and how it is doing. */
@ObjectType()
export class AlertRule {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: "The version in force." })
  version!: number;

  @Field(() => AlertEnums.AlertKind)
  kind!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String)
  summary!: string;

  @Field(() => String)
  description!: string;

  @Field(() => String, { description: "What to do when it fires." })
  runbook!: string;

  @Field(() => String, {
    description: "Of values and thresholds: ratio, seconds, money, count, absence, score, gates.",
  })
  unit!: string;

  @Field(() => [AlertEnums.AlertSeverity], { description: "Of its levels." })
  severities!: string[];

  @Field(() => String, { description: "All of it, as JSON; edit it and save it." })
  definition!: string;

  @Field(() => Boolean)
  isPaused!: boolean;

  @Field(() => Boolean, { description: "Came with the product and was not changed by a person." })
  isOfPack!: boolean;

  @Field(() => Boolean, { description: "Whether the caller may change it." })
  isEditable!: boolean;

  @Field(() => AlertEnums.AlertRuleHealth, { description: "WAITING was never evaluated." })
  health!: string;

  @Field(() => String, { description: "Why it is in trouble; '' when it is not." })
  healthMessage!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "The newest slot that was evaluated." })
  evaluatedAt!: Date | null;

  @Field(() => Float, { nullable: true, description: "Seconds by which its evaluation is late." })
  lagSeconds!: number | null;

  @Field(() => Int)
  evaluatedSlots!: number;

  @Field(() => Int, { description: "Of them evaluated later than they should have been." })
  caughtUpSlots!: number;

  @Field(() => Int, { description: "Too far back to be evaluated." })
  skippedSlots!: number;

  @Field(() => Int, {
    nullable: true,
    description: "Rows of its sources that came after their slot was evaluated; null for whoever sees a part of them.",
  })
  lateRows!: number | null;

  @Field(() => AlertDelayProposal, {
    nullable: true,
    description: "null = it waits long enough, or the caller sees a part of what it looks at.",
  })
  delayProposal!: AlertDelayProposal | null;

  @Field(() => DateTimeScalar)
  changedAt!: Date;

  @Field(() => String)
  changedBy!: string;

  @Field(() => String, { nullable: true, description: "What that person is called; null for the pack." })
  changedByName!: string | null;

  @Field(() => [AlertRuleTerms], { description: "Of each severity." })
  terms!: AlertRuleTerms[];

  @Field(() => Int, { description: "Instances that fire, those that recover too, within the scope of the caller." })
  firing!: number;

  @Field(() => Int, { description: "Instances that wait to fire, within the scope of the caller." })
  pending!: number;

  @Field(() => [AlertInstanceView], { description: "Within the scope of the caller." })
  instances!: AlertInstanceView[];
}

/** DeletedAlertRule names a rule that is out of force. */
@ObjectType()
export class DeletedAlertRule {
  @Field(() => ID)
  id!: string;
}

/** AlertRuleResult answers changes of a rule. */
export const AlertRuleResult = createUnionType({
  name: "AlertRuleResult",
  types: () => [AlertRule, AlertProblem] as const,
  resolveType: (value: object) => ("code" in value ? AlertProblem : AlertRule),
});

/** DeleteAlertRuleResult answers `deleteAlertRule`. */
export const DeleteAlertRuleResult = createUnionType({
  name: "DeleteAlertRuleResult",
  types: () => [DeletedAlertRule, AlertProblem] as const,
  resolveType: (value: object) => ("code" in value ? AlertProblem : DeletedAlertRule),
});
