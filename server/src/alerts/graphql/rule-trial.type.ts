import { createUnionType, Field, Float, Int, ObjectType } from "@nestjs/graphql";
import { DateTimeScalar } from "../../graphql/date-time.scalar.js";
import { AlertEnums } from "./alert-enums.js";
import { AlertLabel } from "./alert-label.type.js";
import { AlertProblem } from "./alert-problem.type.js";

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
