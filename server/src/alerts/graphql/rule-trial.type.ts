import { createUnionType, Field, Float, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { AlertEnums } from "./alert-enums.js";
import { AlertLabel } from "./alert-label.type.js";
import { AlertProblem, AlertRuleFault } from "./alert-problem.type.js";
import { AlertRuleTerms } from "./alert-rule-terms.type.js";

/** PreviewedInstance is what one slot says about one group at one level. */
@ObjectType()
export class PreviewedInstance {
  @Field(() => [AlertLabel])
  labels!: AlertLabel[];

  @Field(() => AlertEnums.AlertSeverity)
  severity!: string;

  @Field(() => AlertEnums.AlertOutcome)
  outcome!: string;

  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Field(() => Float, { nullable: true })
  threshold!: number | null;

  @Field(() => String, { description: "The sentence people would be told." })
  summary!: string;
}

/** AlertRulePreview is what a rule says at its newest slot. */
@ObjectType()
export class AlertRulePreview {
  @Field(() => DateTimeScalar)
  slotAt!: Date;

  @Field(() => Int)
  matching!: number;

  @Field(() => Int)
  total!: number;

  @Field(() => [PreviewedInstance], { description: "Those that match first, at most 200." })
  instances!: PreviewedInstance[];
}

/** BackTestEpisode is one incident there would have been. */
@ObjectType()
export class BackTestEpisode {
  @Field(() => [AlertLabel])
  labels!: AlertLabel[];

  @Field(() => AlertEnums.AlertSeverity)
  severity!: string;

  @Field(() => DateTimeScalar)
  firedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "null = it fires still at the end of the range." })
  resolvedAt!: Date | null;

  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Field(() => Float, { nullable: true })
  threshold!: number | null;

  @Field(() => String)
  summary!: string;
}

/** BackTestSeries is the value of one group over a back-test. */
@ObjectType()
export class BackTestSeries {
  @Field(() => [AlertLabel], { description: "Without the severity, which shares the values." })
  labels!: AlertLabel[];

  @Field(() => DateTimeScalar)
  from!: Date;

  @Field(() => Int, { description: "How long a stretch is." })
  stepSeconds!: number;

  @Field(() => [Float], { nullable: "items", description: "Of each stretch the value nearest to firing; null = none." })
  values!: (number | null)[];
}

/** CheckedAlertRule is what the text of a rule says. */
@ObjectType()
export class CheckedAlertRule {
  @Field(() => String, { nullable: true, description: "The text as read, as JSON; null when it is no mapping." })
  document!: string | null;

  @Field(() => [AlertRuleFault])
  faults!: AlertRuleFault[];

  @Field(() => [AlertRuleTerms], { description: "Of each severity of a rule without faults." })
  terms!: AlertRuleTerms[];
}

/** AlertRuleBackTest is what a rule would have done in a range. */
@ObjectType()
export class AlertRuleBackTest {
  @Field(() => Int, { description: "How often it would have fired." })
  fired!: number;

  @Field(() => Int)
  slots!: number;

  @Field(() => Int, { description: "Distance of the slots that were looked at." })
  stepSeconds!: number;

  @Field(() => [BackTestEpisode], { description: "Newest first, at most 500." })
  episodes!: BackTestEpisode[];

  @Field(() => [BackTestSeries], {
    description: "Of the groups that matched most or came nearest, at most 6; none where values are no measure.",
  })
  series!: BackTestSeries[];
}

/** AlertRulePreviewResult answers `previewAlertRule`. */
export const AlertRulePreviewResult = createUnionType({
  name: "AlertRulePreviewResult",
  types: () => [AlertRulePreview, AlertProblem] as const,
  resolveType: (value: object) => ("code" in value ? AlertProblem : AlertRulePreview),
});

/** AlertRuleBackTestResult answers `backTestAlertRule`. */
export const AlertRuleBackTestResult = createUnionType({
  name: "AlertRuleBackTestResult",
  types: () => [AlertRuleBackTest, AlertProblem] as const,
  resolveType: (value: object) => ("code" in value ? AlertProblem : AlertRuleBackTest),
});

/** BackTestProgress is how far a back-test has come. */
@ObjectType()
export class BackTestProgress {
  @Field(() => Float, { description: "0 to 1" })
  share!: number;

  @Field(() => AlertRuleBackTestResult, { nullable: true, description: "At the end." })
  result!: AlertRuleBackTest | AlertProblem | null;
}
